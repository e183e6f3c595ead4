package dev.rewarddesk.desktop.collect.answer;

import dev.rewarddesk.desktop.text.Texts;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** What is typed about an endpoint, read and checked. Each check answers what is wrong, or an empty text. */
final class Numbers {

    private static final int LONGEST = 18;
    private static final BigDecimal HOTTEST = BigDecimal.TWO;

    private Numbers() {}

    static String temperature(String typed) {
        return typed.isEmpty()
                        || decimal(typed)
                                .filter(number -> number.signum() >= 0 && number.compareTo(HOTTEST) <= 0)
                                .isPresent()
                ? ""
                : Texts.of("endpoint.temperature.wrong");
    }

    static String price(String typed) {
        return typed.isEmpty()
                        || decimal(typed).filter(number -> number.signum() >= 0).isPresent()
                ? ""
                : Texts.of("endpoint.price.wrong");
    }

    static String address(String typed) {
        try {
            String scheme = String.valueOf(new URI(typed).getScheme());
            return scheme.equals("http") || scheme.equals("https") ? "" : Texts.of("endpoint.url.wrong");
        } catch (URISyntaxException none) {
            return Texts.of("endpoint.url.wrong");
        }
    }

    /** A number with a point or a comma; empty where it is none, or one that nobody types. */
    static Optional<BigDecimal> decimal(String typed) {
        if (typed.length() > LONGEST || !typed.matches("-?[0-9]*[.,]?[0-9]+")) {
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(typed.replace(',', '.')));
    }
}

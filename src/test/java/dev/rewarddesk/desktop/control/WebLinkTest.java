package dev.rewarddesk.desktop.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import org.junit.jupiter.api.Test;

final class WebLinkTest {

    @Test
    void anAddressIsOneArgumentOfTheSystemsOwnOpener() {
        URI address = URI.create("HTTPS://example.org/a?b=c&d=%22;rm");

        assertThat(WebLink.command(address, "Linux")).containsExactly("xdg-open", "https://example.org/a?b=c&d=%22;rm");
        assertThat(WebLink.command(address, "Mac OS X")).startsWith("open").hasSize(2);
        assertThat(WebLink.command(address, "Windows 11"))
                .startsWith("rundll32")
                .hasSize(3);
    }

    @Test
    void onlyTheWebIsOpened() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> WebLink.command(URI.create("file:///etc/passwd"), "Linux"));
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> WebLink.command(URI.create("-x"), "Linux"));
    }
}

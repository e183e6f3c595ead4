package dev.rewarddesk.desktop.collect;

import dev.rewarddesk.collect.inspect.Fingerprint;
import dev.rewarddesk.collect.inspect.ImageFormat;
import dev.rewarddesk.collect.session.Bounds;
import dev.rewarddesk.collect.session.CategoryRule;
import dev.rewarddesk.collect.session.CollectSettings;
import dev.rewarddesk.collect.session.ImageRules;
import dev.rewarddesk.collect.session.ImageRules.Near;
import dev.rewarddesk.desktop.form.TextEntry;
import dev.rewarddesk.desktop.text.Texts;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/** What a run is to do, while it is being entered. */
public final class CollectFormViewModel {

    private static final Bounds USUAL = Bounds.USUAL;
    private static final int LONGEST_CATEGORY = 100;
    private static final long MEBI = 1L << 20;

    private final TextEntry urls = new TextEntry(text -> text.isBlank() ? Texts.of("collect.urls.none") : "");
    private final TextEntry category = new TextEntry(CollectFormViewModel::aboutCategory);
    private final TextEntry rules = new TextEntry(CollectFormViewModel::aboutRules);
    private final TextEntry agent =
            new TextEntry(text -> text.matches("\\p{Print}{3,200}") ? "" : Texts.of("collect.agent.wrong"));
    private final TextEntry quality =
            new TextEntry(text -> share(text).isPresent() ? "" : Texts.of("collect.quality.wrong"));
    private final WholeNumber pages = new WholeNumber(1, 1_000_000, USUAL.pages());
    private final WholeNumber images = new WholeNumber(1, 1_000_000, USUAL.images());
    private final WholeNumber depth = new WholeNumber(0, 1000, USUAL.depth());
    private final WholeNumber minutes = new WholeNumber(1, 10_080, USUAL.time().toMinutes());
    private final WholeNumber megabytes = new WholeNumber(1, 10_000_000, USUAL.bytes() / MEBI);
    private final WholeNumber width = new WholeNumber(1, 65_535, ImageRules.USUAL.minWidth());
    private final WholeNumber height = new WholeNumber(1, 65_535, ImageRules.USUAL.minHeight());
    private final WholeNumber perHost =
            new WholeNumber(1, 32, CollectSettings.of(List.of()).perHost());
    private final WholeNumber delay =
            new WholeNumber(0, 60_000, CollectSettings.of(List.of()).delay().toMillis());
    private final WholeNumber threshold = new WholeNumber(0, Fingerprint.BITS, ImageRules.USUAL.nearThreshold());
    private final BooleanProperty anySite = new SimpleBooleanProperty();
    private final BooleanProperty sitemaps = new SimpleBooleanProperty(true);
    private final BooleanProperty allowPrivate = new SimpleBooleanProperty();
    private final BooleanProperty keepMetadata = new SimpleBooleanProperty();
    private final BooleanProperty holdAlike = new SimpleBooleanProperty(true);
    private final BooleanProperty dryRun = new SimpleBooleanProperty();

    // Not asked here; a run that is entered anew keeps its own.
    private Set<ImageFormat> formats = ImageRules.USUAL.formats();

    public CollectFormViewModel() {
        agent.textProperty().set(CollectSettings.USER_AGENT);
        quality.textProperty().set("0");
    }

    /** Where to begin, one URL a line. */
    public TextEntry urls() {
        return urls;
    }

    public TextEntry category() {
        return category;
    }

    /** One a line, as {@code birds=words:owl,heron}. */
    public TextEntry rules() {
        return rules;
    }

    public TextEntry agent() {
        return agent;
    }

    /** The least score of an image, from 0 to 1. */
    public TextEntry quality() {
        return quality;
    }

    public WholeNumber pages() {
        return pages;
    }

    public WholeNumber images() {
        return images;
    }

    public WholeNumber depth() {
        return depth;
    }

    public WholeNumber minutes() {
        return minutes;
    }

    public WholeNumber megabytes() {
        return megabytes;
    }

    public WholeNumber width() {
        return width;
    }

    public WholeNumber height() {
        return height;
    }

    public WholeNumber perHost() {
        return perHost;
    }

    /** In milliseconds. */
    public WholeNumber delay() {
        return delay;
    }

    public WholeNumber threshold() {
        return threshold;
    }

    public BooleanProperty anySiteProperty() {
        return anySite;
    }

    public BooleanProperty sitemapsProperty() {
        return sitemaps;
    }

    public BooleanProperty allowPrivateProperty() {
        return allowPrivate;
    }

    public BooleanProperty keepMetadataProperty() {
        return keepMetadata;
    }

    /** Whether what looks like another image waits for somebody's decision. */
    public BooleanProperty holdAlikeProperty() {
        return holdAlike;
    }

    public BooleanProperty dryRunProperty() {
        return dryRun;
    }

    /** What was entered; empty where something is wrong, which is said at its place then. */
    public Optional<CollectSettings> settings() {
        // All are looked at, so that everything that is wrong is said at once.
        long wrong = Stream.concat(
                        Stream.of(urls, category, rules, agent, quality),
                        Stream.of(pages, images, depth, minutes, megabytes, width, height, perHost, delay, threshold)
                                .map(WholeNumber::entry))
                .filter(entry -> !entry.check())
                .count();
        return wrong > 0 ? Optional.empty() : Optional.of(entered());
    }

    /** Enters what another run was to do. */
    public void enter(CollectSettings settings) {
        urls.textProperty().set(String.join("\n", settings.urls()));
        category.textProperty().set(settings.category());
        rules.textProperty()
                .set(String.join(
                        "\n",
                        settings.rules().stream().map(CategoryRule::written).toList()));
        agent.textProperty().set(settings.userAgent());
        Bounds bounds = settings.bounds();
        pages.set(bounds.pages());
        images.set(bounds.images());
        depth.set(bounds.depth());
        minutes.set(Math.max(1, bounds.time().toMinutes()));
        megabytes.set(Math.max(1, bounds.bytes() / MEBI));
        ImageRules taken = settings.images();
        formats = taken.formats();
        width.set(taken.minWidth());
        height.set(taken.minHeight());
        quality.textProperty().set(Double.toString(taken.minQuality()));
        keepMetadata.set(taken.keepMetadata());
        holdAlike.set(taken.near() == Near.HOLD);
        threshold.set(taken.nearThreshold());
        perHost.set(settings.perHost());
        delay.set(settings.delay().toMillis());
        anySite.set(settings.anySite());
        sitemaps.set(settings.sitemaps());
        allowPrivate.set(settings.allowPrivate());
        dryRun.set(settings.dryRun());
    }

    private CollectSettings entered() {
        return new CollectSettings(
                urls.value()
                        .lines()
                        .map(String::strip)
                        .filter(url -> !url.isEmpty())
                        .toList(),
                anySite.get(),
                sitemaps.get(),
                new Bounds(
                        pages.whole(),
                        images.whole(),
                        depth.whole(),
                        megabytes.value() * MEBI,
                        Duration.ofMinutes(minutes.value())),
                new ImageRules(
                        width.whole(),
                        height.whole(),
                        formats,
                        share(quality.value()).orElse(0.0),
                        keepMetadata.get(),
                        holdAlike.get() ? Near.HOLD : Near.KEEP,
                        threshold.whole()),
                category.value(),
                rules.value()
                        .lines()
                        .flatMap(line -> CategoryRule.parse(line).stream())
                        .toList(),
                allowPrivate.get(),
                agent.value(),
                perHost.whole(),
                Duration.ofMillis(delay.value()),
                dryRun.get());
    }

    private static String aboutCategory(String text) {
        return text.length() <= LONGEST_CATEGORY && text.matches("[^/\\\\\\p{Cntrl}]*") && !text.contains("..")
                ? ""
                : Texts.of("collect.category.wrong");
    }

    private static String aboutRules(String text) {
        return text.lines()
                .filter(line -> !line.isBlank() && CategoryRule.parse(line).isEmpty())
                .findFirst()
                .map(line -> Texts.of("collect.rules.wrong", line.strip()))
                .orElse("");
    }

    private static Optional<Double> share(String text) {
        try {
            double number = Double.parseDouble(text.replace(',', '.'));
            return number >= 0 && number <= 1 ? Optional.of(number) : Optional.empty();
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }
}

package dev.rewarddesk.cli;

import dev.rewarddesk.collect.inspect.ImageFormat;
import dev.rewarddesk.collect.session.ImageRules;
import dev.rewarddesk.collect.session.ImageRules.Near;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Which images are taken, and what is done with them. */
@Section("collect")
final class ImageOptions {

    @Option(
            names = "--min-width",
            paramLabel = "PIXELS",
            defaultValue = "1",
            description = "Leave out narrower images.")
    private int minWidth;

    @Option(names = "--min-height", paramLabel = "PIXELS", defaultValue = "1", description = "Leave out lower images.")
    private int minHeight;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            split = ",",
            description = "Take these only: jpeg, png, webp, gif. May be given several times. Default: all.")
    private List<String> formats = new ArrayList<>();

    @Option(
            names = "--min-quality",
            paramLabel = "SCORE",
            defaultValue = "0",
            description = "Leave out images of a lower quality score, from 0 to 1.")
    private double minQuality;

    @Option(
            names = "--keep-metadata",
            negatable = true,
            fallbackValue = "true",
            description = "Leave in the files what they tell of places, devices and people (EXIF, XMP, IPTC, comments)."
                    + " It is cut out otherwise; the pixels stay as they are.")
    private boolean keepMetadata;

    @Option(
            names = "--near",
            paramLabel = "hold|keep",
            defaultValue = "hold",
            description =
                    "What becomes of an image that looks like another one: hold it for a decision (see --groups), or"
                            + " keep it like any other. Default: hold.")
    private Near near = Near.HOLD;

    @Option(
            names = "--near-threshold",
            paramLabel = "BITS",
            description = "In how many of 144 bits images differ at most that look alike. Default: 24.")
    private int threshold = ImageRules.USUAL.nearThreshold();

    ImageRules rules(CommandLine line) {
        return new ImageRules(minWidth, minHeight, taken(line), minQuality, keepMetadata, near, threshold);
    }

    private Set<ImageFormat> taken(CommandLine line) {
        if (formats.isEmpty()) {
            return ImageRules.USUAL.formats();
        }
        Set<ImageFormat> taken = EnumSet.noneOf(ImageFormat.class);
        for (String name : formats) {
            taken.add(ImageFormat.named(name)
                    .orElseThrow(() ->
                            new ParameterException(line, "--format takes jpeg, png, webp or gif, not " + name + ".")));
        }
        return taken;
    }
}

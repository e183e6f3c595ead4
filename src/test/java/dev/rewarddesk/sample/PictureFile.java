package dev.rewarddesk.sample;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Writes pictures as JPEG, PNG or WebP, by the ending of the file's name. */
final class PictureFile {
    private static final float QUALITY = 0.88f;

    private PictureFile() {}

    static void write(BufferedImage image, Path file) throws IOException {
        String name = file.getFileName().toString();
        String format = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        Files.deleteIfExists(file);
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), quality(writer, format));
        } finally {
            writer.dispose();
        }
    }

    private static ImageWriteParam quality(ImageWriter writer, String format) {
        ImageWriteParam param = writer.getDefaultWriteParam();
        if (param.canWriteCompressed()) {
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            if (format.equals("webp")) {
                param.setCompressionType("Lossy");
            }
            // For PNG this is the effort spent, not a loss: 0 is the smallest file.
            param.setCompressionQuality(format.equals("png") ? 0f : QUALITY);
        }
        return param;
    }
}

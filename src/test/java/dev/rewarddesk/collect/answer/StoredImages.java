package dev.rewarddesk.collect.answer;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.rewarddesk.collect.prompt.PageContext;
import dev.rewarddesk.supabase.FunctionsApi;
import dev.rewarddesk.supabase.Multipart;
import dev.rewarddesk.supabase.SupabaseClient;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;

/** Images that a test has put into a workspace. */
final class StoredImages {

    private StoredImages() {}

    /** That many images, whose captions are {@code image-0} and so on. */
    static List<ImageToAnswer> of(SupabaseClient owner, int images) throws IOException {
        List<ImageToAnswer> stored = new ArrayList<>();
        for (int i = 0; i < images; i++) {
            byte[] file = png(32, 24, i);
            UUID id = owner.functions()
                    .send(FunctionsApi.post("upload").body(new Multipart("image-" + i + ".png", file, Map.of())))
                    .whole(Stored.class)
                    .id();
            PageContext context = new PageContext(null, "image-" + i, null, null, null, "test");
            stored.add(new ImageToAnswer(id, context, () -> file));
        }
        return stored;
    }

    static byte[] png(int width, int height, int seed) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, (x * 7 + y * 13 + seed * 31) * 0x010305);
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    private record Stored(@JsonProperty("imageId") UUID id) {}
}

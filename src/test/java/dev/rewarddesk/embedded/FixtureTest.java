package dev.rewarddesk.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

final class FixtureTest {

    @Test
    void aReviewerScoresWhatAPipelineSent() throws IOException {
        try (TestBackend backend = TestBackend.fresh()) {
            JsonNode image = backend.service()
                    .upload("a.png", "image/png", png(40, 30), Map.of())
                    .ok();
            backend.service()
                    .post(
                            "/functions/v1/rft-responses",
                            TestApi.json(Map.of(
                                    "user_id", "p",
                                    "prompt", "What is it?",
                                    "response_text", "A square",
                                    "image_id", image.get("imageId").asText())))
                    .ok();

            JsonNode item = backend.annotator("ann")
                    .post("/functions/v1/rft-responses/queue/claim", "{\"n\":1}")
                    .ok()
                    .get("data")
                    .get(0);
            backend.annotator("ann")
                    .post(
                            "/functions/v1/rft-rewards",
                            TestApi.json(Map.of(
                                    "response_id", item.at("/response/id").asText(),
                                    "score", 0.5,
                                    "lease_token", item.at("/lease/token").asText())))
                    .ok();

            assertThat(item.at("/image/signed_url").asText()).startsWith("/storage/v1/object/sign/scraped-images/");
            assertThat(backend.owner()
                            .get("/functions/v1/rft-rewards")
                            .ok()
                            .at("/stats/avg_score")
                            .asDouble())
                    .isEqualTo(0.5);
        }
    }

    private static byte[] png(int width, int height) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }
}

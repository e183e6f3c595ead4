package dev.rewarddesk.desktop.collect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rewarddesk.collect.answer.StandInEndpoint;
import dev.rewarddesk.desktop.control.FormField;
import java.io.IOException;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
final class AnswersViewTest extends CollectScreen {

    @Start
    void start(Stage stage) {
        show(stage);
    }

    private final StandInEndpoint endpoint = endpoint();

    @BeforeEach
    void collect() {
        enter("urls", site.url("/"));
        allowThisMachine();
        press(KeyCode.CONTROL, KeyCode.ENTER);
        until(() -> text("stage").equals("Done"));
        press(KeyCode.ALT, KeyCode.DIGIT4);
        until(() -> isShown("ask") && input("endpointUrl").isFocused());
    }

    @AfterEach
    void closeEndpoint() {
        endpoint.close();
    }

    @Test
    void whatWouldBeAskedIsShownAndNobodyIsAsked() {
        press(KeyCode.CONTROL, KeyCode.R);

        until(() -> text("seen").startsWith("2 images"));
        assertThat(text("seen")).contains("Birds");
        assertThat(endpoint.asked()).isEmpty();
    }

    @Test
    void aModelIsAskedAndItsAnswersArrive() throws IOException {
        enter("endpointUrl", endpoint.url().toString());
        enter("endpointModel", "scene-reader");
        enter("endpointKey", StandInEndpoint.KEY);

        press(KeyCode.CONTROL, KeyCode.ENTER);

        until(() -> isShown("answerStage") && text("answerStage").equals("Done"));
        assertThat(text("answerCounts")).startsWith("2 of 2 answers about 2 images");
        assertThat(endpoint.asked())
                .hasSize(2)
                .allSatisfy(asked -> assertThat(asked.authorization()).isEqualTo("Bearer " + StandInEndpoint.KEY));
        assertThat(bench.backend()
                        .service()
                        .get("/functions/v1/rft-responses")
                        .ok()
                        .get("data"))
                .hasSize(2)
                .allSatisfy(response ->
                        assertThat(response.get("model_id").asText()).isEqualTo("scene-reader"));
        assertThat(((TextInputControl) input("endpointKey")).getText()).isEmpty();
        assertThat(text("keyKept")).startsWith("A key for this endpoint is in the vault");

        press(KeyCode.CONTROL, KeyCode.ENTER);
        until(() -> text("answerCounts").contains("2 there before"));
        assertThat(endpoint.asked()).hasSize(2);
    }

    @Test
    void whatIsWrongIsSaidAtItsPlaceAndNobodyIsAsked() {
        enter("endpointUrl", "somewhere");
        enter("temperature", "hot");

        press(KeyCode.CONTROL, KeyCode.ENTER);

        until(() -> error("endpointUrl").startsWith("Enter an address"));
        assertThat(error("endpointModel")).startsWith("Enter the model");
        assertThat(error("temperature")).startsWith("Enter a number from 0 to 2");
        assertThat(input("endpointUrl").isFocused()).isTrue();

        enter("endpointUrl", "http://example.org/v1");
        enter("endpointModel", "m");
        enter("temperature", "");
        enter("endpointKey", "sk-1234567890");
        press(KeyCode.CONTROL, KeyCode.ENTER);

        until(() -> error("endpointUrl").startsWith("A key is sent over https alone"));
        assertThat(((FormField) find("endpointKey")).errorProperty().get()).isEmpty();
        assertThat(isShown("answerStage") && find("progress").isVisible()).isFalse();
    }

    @Test
    void whyThereIsNoAnswerIsSaid() {
        endpoint.close();
        enter("endpointUrl", endpoint.url().toString());
        enter("endpointModel", "scene-reader");

        press(KeyCode.CONTROL, KeyCode.ENTER);

        until(() -> isShown("answerReasons") && !text("answerReasons").isBlank());
    }

    private static StandInEndpoint endpoint() {
        try {
            return new StandInEndpoint(
                    (prompt, _) -> StandInEndpoint.answer("An owl on a branch. " + prompt.length(), "stop"));
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }
}

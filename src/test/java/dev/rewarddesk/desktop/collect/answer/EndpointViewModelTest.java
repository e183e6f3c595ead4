package dev.rewarddesk.desktop.collect.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rewarddesk.desktop.task.LoadState;
import dev.rewarddesk.desktop.task.Tasks;
import dev.rewarddesk.settings.EndpointSettings;
import dev.rewarddesk.settings.Endpoints;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EndpointViewModelTest {

    private static final String SECRET = "sk-never-shown-again";

    @TempDir
    private Path folder;

    private Endpoints endpoints;
    private EndpointViewModel model;

    @BeforeEach
    void start() {
        endpoints = TestEndpoints.in(folder);
        model = new EndpointViewModel(endpoints, Tasks.inline());
        model.load();
    }

    @Test
    void withoutAChoiceTheFormHasWhatIsUsual() {
        assertThat(model.stateProperty().get()).isEqualTo(LoadState.LOADED);
        assertThat(model.setProperty().get()).isFalse();
        assertThat(model.url().value()).isEmpty();
        assertThat(model.concurrency().value()).isEqualTo("4");
        assertThat(model.maxRequests().value()).isEqualTo("1000");
    }

    @Test
    void eachWrongFieldIsToldAtItsPlaceAndNothingIsKept() throws IOException {
        model.url().textProperty().set("ftp://example.org");
        model.temperature().textProperty().set("2.5");
        model.answersEach().textProperty().set("0");
        model.concurrency().textProperty().set("many");
        model.maxRequests().textProperty().set("-1");
        model.maxTokens().textProperty().set("1.5");
        model.promptPrice().textProperty().set("-2");
        model.answerPrice().textProperty().set("cheap");

        model.save();

        assertThat(model.url().errorProperty().get()).contains("http://");
        assertThat(model.model().errorProperty().get()).contains("which model");
        assertThat(model.temperature().errorProperty().get()).contains("from 0 to 2");
        assertThat(model.answersEach().errorProperty().get()).contains("1 to 100");
        assertThat(model.concurrency().errorProperty().get()).contains("1 to 256");
        assertThat(model.maxRequests().errorProperty().get()).isNotEmpty();
        assertThat(model.maxTokens().errorProperty().get()).isNotEmpty();
        assertThat(model.promptPrice().errorProperty().get()).isNotEmpty();
        assertThat(model.answerPrice().errorProperty().get()).isNotEmpty();
        assertThat(endpoints.chosen()).isEmpty();
    }

    @Test
    void theKeyGoesIntoTheVaultAndIsNotShownAgain() throws IOException {
        fill("https://api.example.com/v1", "seer");
        model.key().textProperty().set(SECRET);
        model.promptPrice().textProperty().set("2,50");
        model.temperature().textProperty().set("0.7");

        model.save();

        URI url = URI.create("https://api.example.com/v1");
        assertThat(model.key().textProperty().get()).isEmpty();
        assertThat(model.keyKeptProperty().get()).isTrue();
        assertThat(model.setProperty().get()).isTrue();
        assertThat(endpoints.key(url)).contains(SECRET);
        assertThat(Files.readString(TestEndpoints.file(folder))).doesNotContain(SECRET);
        EndpointViewModel again = new EndpointViewModel(endpoints, Tasks.inline());
        again.load();
        assertThat(again.key().textProperty().get()).isEmpty();
        assertThat(again.keyKeptProperty().get()).isTrue();
        assertThat(again.promptPrice().value()).isEqualTo("2.50");
        assertThat(again.temperature().value()).isEqualTo("0.7");

        again.maxRequests().textProperty().set("7");
        again.save();
        assertThat(endpoints.key(url)).contains(SECRET);
        assertThat(endpoints.chosen())
                .get()
                .extracting(EndpointSettings::maxRequests)
                .isEqualTo(7L);
    }

    @Test
    void aKeyIsNotSentOverAnOpenLine() throws IOException {
        fill("http://api.example.com/v1", "seer");
        model.key().textProperty().set(SECRET);

        model.save();

        assertThat(model.url().errorProperty().get()).contains("https alone");
        assertThat(endpoints.chosen()).isEmpty();
        assertThat(endpoints.key(URI.create("http://api.example.com/v1"))).isEmpty();
    }

    @Test
    void aKeyThatIsNoneIsRefusedAtItsField() {
        fill("https://api.example.com/v1", "seer");
        model.key().textProperty().set("two words");

        model.save();

        assertThat(model.key().errorProperty().get()).contains("one word").doesNotContain("two words");
    }

    @Test
    void whatTheFormDoesNotShowStaysForTheSameEndpointAlone() throws IOException {
        EndpointSettings usual = EndpointSettings.usual(URI.create("http://127.0.0.1:8080/v1"), "seer");
        endpoints.choose(new EndpointSettings(
                usual.url(), "seer", null, 1, 4, 10, 10, 77, usual.lengthField(), 88, 512, 9, null, null));
        model = new EndpointViewModel(endpoints, Tasks.inline());
        model.load();

        model.save();
        assertThat(endpoints.chosen())
                .get()
                .extracting(EndpointSettings::answerTokens)
                .isEqualTo(77);

        fill("http://127.0.0.1:9090/v1", "seer");
        model.save();
        assertThat(endpoints.chosen())
                .get()
                .extracting(EndpointSettings::answerTokens)
                .isEqualTo(usual.answerTokens());
    }

    @Test
    void whatIsForgottenIsForgottenWithItsKey() throws IOException {
        fill("https://api.example.com/v1", "seer");
        model.key().textProperty().set(SECRET);
        model.save();

        model.forget();

        assertThat(model.setProperty().get()).isFalse();
        assertThat(model.url().value()).isEmpty();
        assertThat(endpoints.chosen()).isEmpty();
        assertThat(endpoints.key(URI.create("https://api.example.com/v1"))).isEmpty();
    }

    @Test
    void aChoiceThatCannotBeReadIsToldAndCanBeForgotten() throws IOException {
        Files.writeString(TestEndpoints.file(folder), "{");
        model = new EndpointViewModel(endpoints, Tasks.inline());

        model.load();

        assertThat(model.stateProperty().get()).isEqualTo(LoadState.FAILED);
        assertThat(model.problemProperty().get()).contains("endpoint.json");
        model.forget();
        assertThat(model.stateProperty().get()).isEqualTo(LoadState.LOADED);
        assertThat(model.problemProperty().get()).isEmpty();
    }

    private void fill(String url, String name) {
        model.url().textProperty().set(url);
        model.model().textProperty().set(name);
    }
}

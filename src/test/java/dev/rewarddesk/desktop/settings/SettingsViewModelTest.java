package dev.rewarddesk.desktop.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rewarddesk.desktop.TestDesk;
import dev.rewarddesk.desktop.workspace.WorkspaceAccess;
import dev.rewarddesk.settings.Settings;
import dev.rewarddesk.settings.Theme;
import java.nio.file.Path;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SettingsViewModelTest {

    private final TestDesk desk = new TestDesk();
    private final WorkspaceAccess access =
            desk.services(Path.of("unused")).access().get();
    private final ObjectProperty<Settings> settings = new SimpleObjectProperty<>(Settings.DEFAULT);
    private final SettingsViewModel model = new SettingsViewModel(desk.workspace(), () -> access, settings);

    @AfterAll
    void close() {
        desk.close();
    }

    @Test
    void theSecretKeyIsHiddenUntilAskedForAndHiddenAgainAtTheNextVisit() {
        assertThat(model.secretText().getValue()).doesNotContain(model.secretKey());

        model.secretShownProperty().set(true);
        assertThat(model.secretText().getValue())
                .isEqualTo(desk.backend().backend().access().secretKey());

        model.visit();
        assertThat(model.secretText().getValue()).doesNotContain(model.secretKey());
    }

    @Test
    void theSecretKeyIsInNoText() {
        assertThat(access.toString()).doesNotContain(model.secretKey());
    }

    @Test
    void theWorkspaceIsDescribedInWords() {
        assertThat(model.name().getValue()).isNotEqualTo("–").isNotBlank();
        assertThat(model.person().getValue()).contains("Lead");
        assertThat(model.overlap().getValue()).contains("One reviewer");
        assertThat(model.lease().getValue()).contains("minutes");
        assertThat(model.folder()).contains(desk.backend().workspace().toString());
    }

    @Test
    void aThemeIsKept() {
        model.choose(Theme.DARK);

        assertThat(settings.get().theme()).isEqualTo(Theme.DARK);
        assertThat(model.theme().getValue()).isEqualTo(Theme.DARK);
    }
}

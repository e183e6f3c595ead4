package dev.rewarddesk.desktop.collect.answer;

import dev.rewarddesk.desktop.control.Fxml;
import dev.rewarddesk.desktop.key.KeyBindings;
import dev.rewarddesk.desktop.key.Shortcut;
import dev.rewarddesk.desktop.navigation.Screen;
import dev.rewarddesk.desktop.task.Every;
import java.time.Duration;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/** Having a model answer: on the left whom to ask, on the right about what, and how it goes. */
public final class AnswerView implements Screen {

    private static final Duration LOOK = Duration.ofMillis(500);

    private final AnswerViewModel model;
    private final EndpointView endpoint;
    private final Every look;
    private final Parent root;

    @FXML
    private VBox whom;

    @FXML
    private VBox what;

    public AnswerView(AnswerViewModel model) {
        this.model = model;
        this.endpoint = new EndpointView(model.endpoint(), model::forgetEndpoint);
        this.look = new Every(LOOK, model::refresh);
        this.root = Fxml.load(this);
        KeyBindings.on(root)
                .bind(Shortcut.SAVE, model.endpoint()::save)
                .bind(Shortcut.ANSWER_PREVIEW, model.prompts()::preview)
                .bind(Shortcut.ANSWER_START, model::start)
                .bind(Shortcut.ANSWER_PAUSE, model::pauseOrResume)
                .bind(Shortcut.ANSWER_CANCEL, model::cancel)
                .bind(Shortcut.RELOAD, model::load);
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void onShow() {
        model.load();
        look.start();
        endpoint.focus();
        if (root instanceof ScrollPane scroll) {
            scroll.setVvalue(0);
        }
    }

    /** The run goes on. */
    @Override
    public void onHide() {
        look.stop();
    }

    @FXML
    private void initialize() {
        whom.getChildren().setAll(endpoint.root());
        what.getChildren().setAll(new RunView(model).root(), new PromptsView(model.prompts()).root());
    }
}

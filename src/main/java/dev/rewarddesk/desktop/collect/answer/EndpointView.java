package dev.rewarddesk.desktop.collect.answer;

import dev.rewarddesk.desktop.control.FormField;
import dev.rewarddesk.desktop.control.Fxml;
import dev.rewarddesk.desktop.control.KeyHint;
import dev.rewarddesk.desktop.control.Wrapping;
import dev.rewarddesk.desktop.form.TextEntry;
import dev.rewarddesk.desktop.key.Shortcut;
import dev.rewarddesk.desktop.task.LoadState;
import dev.rewarddesk.desktop.text.Texts;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;

/** The form that says whom to ask. */
final class EndpointView {

    private final EndpointViewModel model;
    private final Runnable forgetting;
    private final Parent root;

    @FXML
    private Node none;

    @FXML
    private FormField urlField;

    @FXML
    private TextField url;

    @FXML
    private FormField modelField;

    @FXML
    private TextField modelName;

    @FXML
    private FormField keyField;

    @FXML
    private PasswordField key;

    @FXML
    private Label keyState;

    @FXML
    private FormField temperatureField;

    @FXML
    private TextField temperature;

    @FXML
    private FormField answersField;

    @FXML
    private TextField answers;

    @FXML
    private FormField concurrencyField;

    @FXML
    private TextField concurrency;

    @FXML
    private FormField requestsField;

    @FXML
    private TextField requests;

    @FXML
    private FormField tokensField;

    @FXML
    private TextField tokens;

    @FXML
    private FormField promptPriceField;

    @FXML
    private TextField promptPrice;

    @FXML
    private FormField answerPriceField;

    @FXML
    private TextField answerPrice;

    @FXML
    private Label problem;

    @FXML
    private Button forget;

    @FXML
    private Button save;

    /** @param forgetting asks whether to forget the endpoint */
    EndpointView(EndpointViewModel model, Runnable forgetting) {
        this.model = model;
        this.forgetting = forgetting;
        this.root = Fxml.load(this);
    }

    Parent root() {
        return root;
    }

    void focus() {
        url.requestFocus();
    }

    @FXML
    private void initialize() {
        bind(url, urlField, model.url());
        bind(modelName, modelField, model.model());
        bind(key, keyField, model.key());
        bind(temperature, temperatureField, model.temperature());
        bind(answers, answersField, model.answersEach());
        bind(concurrency, concurrencyField, model.concurrency());
        bind(requests, requestsField, model.maxRequests());
        bind(tokens, tokensField, model.maxTokens());
        bind(promptPrice, promptPriceField, model.promptPrice());
        bind(answerPrice, answerPriceField, model.answerPrice());
        problem.textProperty().bind(model.problemProperty());
        Wrapping.whereSafe(problem);
        problem.visibleProperty().bind(problem.textProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        none.managedProperty().bind(none.visibleProperty());
        none.visibleProperty()
                .bind(model.setProperty().not().and(model.stateProperty().isEqualTo(LoadState.LOADED)));
        keyState.textProperty()
                .bind(model.keyKeptProperty().map(kept -> Texts.of(kept ? "endpoint.key.kept" : "endpoint.key.none")));
        save.setOnAction(_ -> model.save());
        save.disableProperty().bind(model.busyProperty());
        forget.setOnAction(_ -> forgetting.run());
        forget.disableProperty().bind(model.busyProperty());
        forget.visibleProperty()
                .bind(model.setProperty().or(model.stateProperty().isEqualTo(LoadState.FAILED)));
        KeyHint.on(save, Shortcut.SAVE, 0);
    }

    private static void bind(TextField input, FormField field, TextEntry entry) {
        input.textProperty().bindBidirectional(entry.textProperty());
        entry.errorProperty().subscribe(field.errorProperty()::set);
    }
}

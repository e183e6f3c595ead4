package dev.rewarddesk.desktop.signin;

import dev.rewarddesk.desktop.control.FormField;
import dev.rewarddesk.desktop.control.Fxml;
import dev.rewarddesk.desktop.control.Wrapping;
import dev.rewarddesk.desktop.form.TextEntry;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;

/** The page on which a hosted workspace is connected. */
public final class ConnectView {

    private final ConnectViewModel model;
    private final Runnable back;
    private final Parent root;

    @FXML
    private FormField urlField;

    @FXML
    private TextField connectUrl;

    @FXML
    private FormField keyField;

    @FXML
    private TextField connectKey;

    @FXML
    private Label connectProblem;

    @FXML
    private Label connectBusy;

    @FXML
    private Button connectBack;

    @FXML
    private Button connectSubmit;

    /** @param back gives it up */
    public ConnectView(ConnectViewModel model, Runnable back) {
        this.model = model;
        this.back = back;
        this.root = Fxml.load(this);
    }

    /** The page's root node. */
    public Parent root() {
        return root;
    }

    /** Gives the first field the focus; the page is in the scene by now. */
    public void start() {
        connectUrl.requestFocus();
    }

    @FXML
    private void initialize() {
        bind(urlField, connectUrl, model.url());
        bind(keyField, connectKey, model.key());
        // To the first field that has to be put right.
        model.url().errorProperty().subscribe(error -> focusWhere(!error.isEmpty(), connectUrl));
        model.key()
                .errorProperty()
                .subscribe(error -> focusWhere(
                        !error.isEmpty() && model.url().errorProperty().get().isEmpty(), connectKey));
        Shown.whileFilled(connectProblem, model.problemProperty());
        Wrapping.whereSafe(connectProblem);
        connectBusy.visibleProperty().bind(model.busyProperty());
        connectSubmit.setOnAction(_ -> model.submit());
        connectBack.setOnAction(_ -> back.run());
    }

    private static void focusWhere(boolean wrong, TextField input) {
        if (wrong) {
            input.requestFocus();
        }
    }

    private static void bind(FormField field, TextField input, TextEntry entry) {
        input.textProperty().bindBidirectional(entry.textProperty());
        entry.errorProperty().subscribe(field.errorProperty()::set);
    }
}

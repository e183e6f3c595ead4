package dev.rewarddesk.desktop.signin;

import dev.rewarddesk.desktop.control.CopyButton;
import dev.rewarddesk.desktop.control.FormField;
import dev.rewarddesk.desktop.control.Fxml;
import dev.rewarddesk.desktop.control.Wrapping;
import dev.rewarddesk.desktop.form.TextEntry;
import dev.rewarddesk.desktop.signin.SignInViewModel.Stage;
import dev.rewarddesk.desktop.text.Texts;
import java.util.List;
import java.util.Locale;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The form for signing in; a part of a page or of a card. */
public final class SignInView {

    private final SignInViewModel model;
    private final Parent root;

    @FXML
    private VBox asking;

    @FXML
    private VBox passwordForm;

    @FXML
    private FormField emailField;

    @FXML
    private TextField email;

    @FXML
    private FormField passwordField;

    @FXML
    private PasswordField password;

    @FXML
    private Button signIn;

    @FXML
    private VBox providers;

    @FXML
    private VBox domainForm;

    @FXML
    private FormField domainField;

    @FXML
    private TextField domain;

    @FXML
    private Button withDomain;

    @FXML
    private Hyperlink toInvitation;

    @FXML
    private VBox inBrowser;

    @FXML
    private Label browserText;

    @FXML
    private HBox addressRow;

    @FXML
    private Label browserAddress;

    @FXML
    private Button cancelBrowser;

    @FXML
    private VBox invited;

    @FXML
    private FormField linkField;

    @FXML
    private TextField link;

    @FXML
    private FormField newPasswordField;

    @FXML
    private PasswordField newPassword;

    @FXML
    private Button accept;

    @FXML
    private Hyperlink fromInvitation;

    @FXML
    private Label signInProblem;

    public SignInView(SignInViewModel model) {
        this.model = model;
        this.root = Fxml.load(this);
    }

    /** The form's root node. */
    public Parent root() {
        return root;
    }

    /** What has the focus first: the first field to be filled in. */
    public TextField first() {
        return email.getText().isEmpty() ? email : password;
    }

    @FXML
    private void initialize() {
        bind(emailField, email, model.email());
        bind(passwordField, password, model.password());
        bind(domainField, domain, model.domain());
        bind(linkField, link, model.link());
        bind(newPasswordField, newPassword, model.newPassword());
        Shown.whileFilled(signInProblem, model.problemProperty());
        Wrapping.whereSafe(signInProblem);
        Shown.when(asking, model.stageProperty().map(stage -> stage == Stage.ASKING));
        Shown.when(inBrowser, model.stageProperty().map(stage -> stage == Stage.BROWSER));
        Shown.when(invited, model.stageProperty().map(stage -> stage == Stage.INVITED));
        Shown.when(passwordForm, model.waysProperty().map(ways -> ways.password()));
        Shown.when(domainForm, model.waysProperty().map(ways -> ways.singleSignOn()));
        Shown.when(providers, model.waysProperty().map(ways -> !ways.providers().isEmpty()));
        model.waysProperty().subscribe(ways -> showProviders(ways.providers()));
        browserText
                .textProperty()
                .bind(model.noBrowserProperty()
                        .map(none -> Texts.of(none ? "signin.browser.none" : "signin.browser.text")));
        browserAddress.textProperty().bind(model.addressProperty());
        addressRow.getChildren().add(new CopyButton(Texts.of("signin.address"), browserAddress::getText));
        // Not disabled meanwhile: the focus would wander to the next button.
        signIn.textProperty().bind(model.busyProperty().map(busy -> Texts.of(busy ? "signin.busy" : "signin.submit")));
        accept.textProperty().bind(model.busyProperty().map(busy -> Texts.of(busy ? "signin.busy" : "signin.accept")));
        signIn.setOnAction(_ -> model.submitPassword());
        email.setOnAction(_ -> password.requestFocus());
        password.setOnAction(_ -> model.submitPassword());
        withDomain.setOnAction(_ -> model.submitDomain());
        domain.setOnAction(_ -> model.submitDomain());
        cancelBrowser.setOnAction(_ -> model.cancelBrowser());
        toInvitation.setOnAction(_ -> {
            model.invited(true);
            link.requestFocus();
        });
        fromInvitation.setOnAction(_ -> {
            model.invited(false);
            email.requestFocus();
        });
        accept.setOnAction(_ -> model.submitInvitation());
        newPassword.setOnAction(_ -> model.submitInvitation());
    }

    private void showProviders(List<String> names) {
        providers.getChildren().setAll(names.stream().map(this::button).toList());
    }

    private Button button(String provider) {
        Button button = new Button(Texts.of("signin.provider", display(provider)), new FontIcon("fth-external-link"));
        button.setMnemonicParsing(false);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(_ -> model.choose(provider));
        return button;
    }

    private static String display(String provider) {
        return switch (provider) {
            case "github" -> "GitHub";
            case "gitlab" -> "GitLab";
            case "azure" -> "Microsoft";
            case "linkedin_oidc" -> "LinkedIn";
            default -> {
                String name = provider.replaceFirst("(?<=.)_oidc$", "");
                yield name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
            }
        };
    }

    private static void bind(FormField field, TextInputControl input, TextEntry entry) {
        input.textProperty().bindBidirectional(entry.textProperty());
        entry.errorProperty().subscribe(field.errorProperty()::set);
    }
}

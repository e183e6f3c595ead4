package dev.rewarddesk.desktop.control;

import atlantafx.base.theme.Styles;
import javafx.beans.DefaultProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** An input with its name above and, where it is not accepted, the reason below. */
@DefaultProperty("input")
public final class FormField extends VBox {

    private final Label name = new Label();
    private final Label error = new Label("", Icon.of(Feather.ALERT_CIRCLE));
    private final ObjectProperty<@Nullable Node> input = new SimpleObjectProperty<>();

    public FormField() {
        getStyleClass().add("form-field");
        name.getStyleClass().add("form-name");
        error.getStyleClass().add("form-error");
        Wrapping.whereSafe(error);
        error.managedProperty().bind(error.visibleProperty());
        error.visibleProperty().bind(error.textProperty().isNotEmpty());
        getChildren().setAll(name, error);
        input.subscribe((before, now) -> {
            getChildren().remove(before);
            if (now != null) {
                getChildren().add(1, now);
                name.setLabelFor(now);
            }
        });
        error.textProperty().subscribe(reason -> {
            Node field = input.get();
            if (field != null) {
                field.pseudoClassStateChanged(Styles.STATE_DANGER, !reason.isEmpty());
                field.setAccessibleHelp(reason);
            }
        });
    }

    /** The input's name. */
    public StringProperty nameProperty() {
        return name.textProperty();
    }

    public String getName() {
        return name.getText();
    }

    public void setName(String text) {
        name.setText(text);
    }

    /** Why the input is not accepted; empty while it is. */
    public StringProperty errorProperty() {
        return error.textProperty();
    }

    /** The control that is typed in. */
    public ObjectProperty<@Nullable Node> inputProperty() {
        return input;
    }

    public @Nullable Node getInput() {
        return input.get();
    }

    public void setInput(@Nullable Node node) {
        input.set(node);
    }
}

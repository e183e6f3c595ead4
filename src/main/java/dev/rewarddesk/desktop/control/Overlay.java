package dev.rewarddesk.desktop.control;

import java.util.Objects;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * A layer over the window that holds one card at a time: dialogs, the cheat sheet. While it is open the focus stays within
 * it; Esc or a click beside the card closes it, and the focus goes back to where it was.
 */
public final class Overlay extends StackPane {

    private final ChangeListener<@Nullable Node> keepFocus = (_, _, now) -> keepFocusWithin(now);
    private Runnable onClose = () -> {};
    private @Nullable Node focusBefore;
    private @Nullable Node focusFirst;

    public Overlay() {
        getStyleClass().add("overlay");
        setAlignment(Pos.CENTER);
        setVisible(false);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                close();
            }
        });
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            if (event.getTarget().equals(this)) {
                close();
            }
        });
        sceneProperty().addListener((_, before, now) -> {
            if (before != null) {
                before.focusOwnerProperty().removeListener(keepFocus);
            }
            if (now != null) {
                now.focusOwnerProperty().addListener(keepFocus);
            }
        });
    }

    /** Whether a card is open. */
    public ReadOnlyBooleanProperty openProperty() {
        return visibleProperty();
    }

    /** Opens a card in place of what was open. */
    public void open(Region card, Node first) {
        open(card, first, () -> {});
    }

    /**
     * Opens a card in place of what was open.
     *
     * @param first what has the focus then
     * @param closed run when the card is closed, in whatever way
     */
    public void open(Region card, Node first, Runnable closed) {
        card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        StackPane.setAlignment(card, Pos.CENTER);
        put(card, first, closed);
    }

    /** Opens a card at the right edge of the window, as high as that, in place of what was open. */
    public void openAside(Region card, Node first, Runnable closed) {
        card.setMaxSize(Region.USE_PREF_SIZE, Double.MAX_VALUE);
        StackPane.setAlignment(card, Pos.CENTER_RIGHT);
        put(card, first, closed);
    }

    private void put(Region card, Node first, Runnable closed) {
        if (isVisible()) {
            close();
        }
        focusBefore = getScene() == null ? null : getScene().getFocusOwner();
        focusFirst = first;
        onClose = closed;
        getChildren().setAll(card);
        setVisible(true);
        first.requestFocus();
    }

    /** Closes the card; does nothing when none is open. */
    public void close() {
        if (!isVisible()) {
            return;
        }
        setVisible(false);
        getChildren().clear();
        focusFirst = null;
        Runnable closed = onClose;
        onClose = () -> {};
        if (focusBefore != null && Objects.equals(focusBefore.getScene(), getScene())) {
            focusBefore.requestFocus();
        }
        closed.run();
    }

    private void keepFocusWithin(@Nullable Node focused) {
        if (focusFirst == null || focused == null || isWithin(focused)) {
            return;
        }
        focusFirst.requestFocus();
    }

    private boolean isWithin(Node node) {
        for (Node ancestor = node; ancestor != null; ancestor = ancestor.getParent()) {
            if (ancestor == this) {
                return true;
            }
        }
        return false;
    }
}

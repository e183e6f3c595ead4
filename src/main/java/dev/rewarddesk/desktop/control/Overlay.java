package dev.rewarddesk.desktop.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/**
 * A layer over the window that holds one card at a time: dialogs, the cheat sheet. While it is open the focus stays within
 * it; Esc or a click beside the card closes it, and the focus goes back to where it was, or to what asked for it meanwhile.
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
        // The shadow of a card as high as the window ends with the window.
        Rectangle window = new Rectangle();
        window.widthProperty().bind(widthProperty());
        window.heightProperty().bind(heightProperty());
        setClip(window);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                close();
            }
        });
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.TAB && !event.isShortcutDown() && !event.isAltDown()) {
                event.consume();
                moveFocus(event.isShiftDown() ? -1 : 1);
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
        focusFirst = null;
        Runnable closed = onClose;
        onClose = () -> {};
        // Before the card goes: the focus would wander to whatever stands next.
        if (focusBefore != null && Objects.equals(focusBefore.getScene(), getScene())) {
            focusBefore.requestFocus();
        }
        focusBefore = null;
        setVisible(false);
        getChildren().clear();
        closed.run();
    }

    // Tab stays within by itself; whoever else takes the focus is given it when the card is closed.
    private void keepFocusWithin(@Nullable Node focused) {
        if (focusFirst == null || isWithin(focused)) {
            return;
        }
        if (focused != null) {
            focusBefore = focused;
        }
        focusFirst.requestFocus();
    }

    private void moveFocus(int by) {
        List<Node> places = new ArrayList<>();
        getChildren().forEach(child -> addPlaces(child, places));
        if (!places.isEmpty()) {
            int now = places.indexOf(getScene().getFocusOwner());
            places.get(Math.floorMod(now < 0 ? 0 : now + by, places.size())).requestFocus();
        }
    }

    private static void addPlaces(Node node, List<Node> places) {
        if (!node.isVisible() || node.isDisabled()) {
            return;
        }
        if (node.isFocusTraversable()) {
            places.add(node);
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> addPlaces(child, places));
        }
    }

    private boolean isWithin(@Nullable Node node) {
        for (@Nullable Node ancestor = node; ancestor != null; ancestor = ancestor.getParent()) {
            if (ancestor == this) {
                return true;
            }
        }
        return false;
    }
}

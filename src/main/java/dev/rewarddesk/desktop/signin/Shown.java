package dev.rewarddesk.desktop.signin;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;

/** Nodes that take no room while they have nothing to say. */
final class Shown {

    private Shown() {}

    static void whileFilled(Label label, ObservableValue<String> text) {
        label.textProperty().bind(text);
        when(label, label.textProperty().isNotEmpty());
    }

    static void when(Node node, ObservableValue<Boolean> condition) {
        node.visibleProperty().bind(condition);
        node.managedProperty().bind(condition);
    }
}

package dev.rewarddesk.desktop.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a filter.
 *
 * @param value null for anything
 */
record Choice<T>(@Nullable T value, String words) {

    /** Makes the combo box choose the property's value; the first entry, for anything, is there from the beginning. */
    static <T> void bind(ComboBox<Choice<T>> combo, ObjectProperty<@Nullable T> property, String any) {
        combo.setConverter(new Words<>());
        combo.setAccessibleText(any);
        combo.setVisibleRowCount(14);
        combo.getItems().setAll(List.of(new Choice<>(null, any)));
        combo.getSelectionModel().selectFirst();
        combo.valueProperty().subscribe(choice -> {
            if (choice != null) {
                property.set(choice.value);
            }
        });
        property.subscribe(value -> select(combo, value));
    }

    /** Offers these besides anything; what is chosen stays so, whether offered or not. */
    static <T> void offer(
            ComboBox<Choice<T>> combo,
            ObjectProperty<@Nullable T> property,
            List<T> values,
            Function<T, String> words) {
        T chosen = property.get();
        List<Choice<T>> items = new ArrayList<>();
        items.add(combo.getItems().getFirst());
        values.forEach(value -> items.add(new Choice<>(value, words.apply(value))));
        if (items.stream().noneMatch(choice -> Objects.equals(choice.value, chosen))) {
            combo.getItems().stream()
                    .filter(choice -> Objects.equals(choice.value, chosen))
                    .forEach(items::add);
        }
        if (!items.equals(combo.getItems())) {
            combo.getItems().setAll(items);
            property.set(chosen);
            select(combo, chosen);
        }
    }

    private static <T> void select(ComboBox<Choice<T>> combo, @Nullable T value) {
        combo.getItems().stream()
                .filter(choice -> Objects.equals(choice.value, value))
                .findFirst()
                .ifPresent(combo::setValue);
    }

    private static final class Words<T> extends StringConverter<Choice<T>> {
        @Override
        public String toString(@Nullable Choice<T> choice) {
            return choice == null ? "" : choice.words;
        }

        @Override
        public Choice<T> fromString(String text) {
            throw new UnsupportedOperationException("nobody types here");
        }
    }
}

package dev.rewarddesk.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

final class ViewFieldsTest {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Pattern ID = Pattern.compile("fx:id=\"([^\"]+)\"");

    @TestFactory
    Stream<DynamicTest> everyFxmlAndItsViewNameTheSameNodes() throws IOException {
        try (Stream<Path> files = Files.walk(RESOURCES)) {
            return files
                    .filter(file -> file.toString().endsWith(".fxml"))
                    .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> compare(file)))
                    .toList()
                    .stream();
        }
    }

    private static void compare(Path file) throws IOException, ClassNotFoundException {
        String path = RESOURCES.relativize(file).toString();
        Class<?> view = Class.forName(
                path.substring(0, path.length() - ".fxml".length()).replace('/', '.'),
                false,
                ViewFieldsTest.class.getClassLoader());
        Set<String> fields = Arrays.stream(view.getDeclaredFields())
                .filter(field -> field.isAnnotationPresent(FXML.class))
                .map(Field::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> ids = ID.matcher(Files.readString(file))
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(ids).isEqualTo(fields);
    }
}

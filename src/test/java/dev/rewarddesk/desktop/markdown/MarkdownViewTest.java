package dev.rewarddesk.desktop.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rewarddesk.desktop.control.FlowingText;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
final class MarkdownViewTest {

    private static final String HEBREW = "אני רואה בתמונה **ארבעה** ריבועים `צבעוניים` גדולים מאוד. ";
    private static final String ARABIC = "أرى في الصورة أربعة مربعات ملونة كبيرة جدا. ";
    private static final String HINDI = "मुझे चित्र में चार रंगीन वर्ग दिखाई देते हैं। ";

    private final FxRobot robot = new FxRobot();
    private final List<URI> opened = new ArrayList<>();

    // TestFX calls start before every test.
    @SuppressWarnings("NullAway.Init")
    private MarkdownView view;

    @SuppressWarnings("NullAway.Init")
    private ScrollPane scroll;

    @SuppressWarnings("NullAway.Init")
    private Button elsewhere;

    @Start
    void start(Stage stage) {
        view = new MarkdownView(opened::add);
        scroll = new ScrollPane(view);
        scroll.setFitToWidth(true);
        elsewhere = new Button("elsewhere");
        stage.setScene(new Scene(new VBox(elsewhere, scroll), 420, 500));
        stage.sizeToScene();
        stage.show();
        elsewhere.requestFocus();
    }

    @ParameterizedTest
    @ValueSource(strings = {HEBREW, ARABIC, HINDI, "- x\n  - y\n\n# z\n\n| a | b |\n|---|---|\n| c | d |"})
    void everyLineFitsWhateverTheWidth(String sentence) {
        String markdown = sentence.contains("\n") ? sentence : sentence.repeat(8);
        robot.interact(() -> view.show(markdown + "\n\n- " + markdown + "\n\n> " + markdown));
        for (double width : new double[] {420, 300, 180, 90, 30, 420}) {
            robot.interact(() -> {
                scroll.setMaxWidth(width);
                scroll.setPrefWidth(width);
            });
            WaitForAsyncUtils.waitForFxEvents();
            robot.interact(() -> scroll.snapshot(null, null));
            if (width >= 90) {
                assertThat(paragraphs())
                        .allSatisfy(paragraph -> assertThat(paragraph
                                        .lookup("TextFlow")
                                        .getLayoutBounds()
                                        .getWidth())
                                .isLessThanOrEqualTo(paragraph.getWidth() + 0.5));
            }
        }
        assertThat(written(view)).contains(markdown.strip().split("[\\s*`|>#-]+", 2)[0]);
    }

    @Test
    void rightToLeftTextStandsAtTheRight() {
        robot.interact(() -> view.show("- " + HEBREW.repeat(8)));
        WaitForAsyncUtils.waitForFxEvents();

        Node marker = view.lookup(".markdown-marker");
        assertThat(marker.localToScene(marker.getBoundsInLocal()).getMinX()).isGreaterThan(200);
    }

    @Test
    void aLinkIsOpenedByItsKeysAndShowsThatItHasTheFocus() {
        robot.interact(() -> view.show("[rules](https://example.org/rules) and [bad](javascript:x)"));
        WaitForAsyncUtils.waitForFxEvents();

        robot.interact(() -> textOf("rules").requestFocus());
        WaitForAsyncUtils.waitForFxEvents();
        robot.push(KeyCode.ENTER);

        assertThat(opened).containsExactly(URI.create("https://example.org/rules"));
        assertThat(((Path) view.lookup(".link-focus")).getElements()).isNotEmpty();
        assertThat(textOf("rules").getAccessibleRole()).isEqualTo(AccessibleRole.HYPERLINK);
        assertThat(textOf("rules").getAccessibleText()).isEqualTo("rules");
        assertThat(textOf("bad").isFocusTraversable()).isFalse();
    }

    @Test
    void aLongDocumentComesInPortionsAndToItsEnd() throws TimeoutException {
        String document = "A line of words.\n\n".repeat(900) + "The very end.";

        robot.interact(() -> view.show(document));

        int whole = document.replaceAll("\\s", "").length();
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> lettersShown() >= whole);
        assertThat(written(view)).contains("The very end.");
    }

    @Test
    void aLinkIsOpenedByAClickAndTakesNoFocus() {
        robot.interact(() -> view.show("[rules](https://example.org/rules) and [bad](javascript:x)"));
        WaitForAsyncUtils.waitForFxEvents();

        robot.clickOn(textOf("rules"), MouseButton.SECONDARY);
        assertThat(opened).isEmpty();
        robot.clickOn(textOf("rules"));
        robot.clickOn(textOf("bad"));

        assertThat(opened).containsExactly(URI.create("https://example.org/rules"));
    }

    @Test
    void aVeryLongWordIsBrokenAndAVeryLargeDocumentIsShownInTime() throws TimeoutException {
        String large = "word ".repeat(10) + "\n\n";
        for (String document :
                List.of("x".repeat(100_000), large.repeat(2000), "ש".repeat(100_000), "|a".repeat(2000))) {
            robot.interact(() -> view.show(document));
            int whole = document.replaceAll("[\\s|]", "").length();
            WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> lettersShown() >= whole);
        }
    }

    private int lettersShown() {
        AtomicInteger letters = new AtomicInteger();
        robot.interact(() -> letters.set(written(view).replaceAll("\\s", "").length()));
        return letters.get();
    }

    private List<FlowingText> paragraphs() {
        return robot.from(view).lookup(".flowing-text").queryAllAs(FlowingText.class).stream()
                .filter(Region::isVisible)
                .toList();
    }

    private Text textOf(String words) {
        return robot.from(view).lookup(".markdown-text").queryAllAs(Text.class).stream()
                .filter(text -> text.getText().equals(words))
                .findFirst()
                .orElseThrow();
    }

    private static String written(Node node) {
        return switch (node) {
            case Text text -> text.getText();
            case TextInputControl field -> field.getText();
            case Labeled label -> label.getText();
            case Parent parent ->
                parent.getChildrenUnmodifiable().stream()
                        .map(MarkdownViewTest::written)
                        .collect(Collectors.joining(" "));
            default -> "";
        };
    }
}

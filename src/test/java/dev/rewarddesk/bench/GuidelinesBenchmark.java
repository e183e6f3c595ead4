package dev.rewarddesk.bench;

import dev.rewarddesk.desktop.Toolkit;
import dev.rewarddesk.desktop.markdown.MarkdownView;
import dev.rewarddesk.desktop.theme.Fonts;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.stage.Stage;
import javafx.stage.StageStyle;

/** How long the window stands still while guidelines are shown that were written to make it do so. */
public final class GuidelinesBenchmark {

    private static final int LENGTH = 200_000;
    private static final int SETTLED_MILLIS = 1_500;
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

    private GuidelinesBenchmark() {}

    /** Shows each of the texts and prints the longest stall of the FX thread. */
    public static void main(String[] arguments) throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        Toolkit.start(started::countDown);
        started.await();
        Platform.setImplicitExit(false);
        System.out.printf("%-46s %10s %12s %8s%n", "guidelines", "characters", "longest ms", "rows");
        for (int round = 0; round < 2; round++) {
            // The first round loads classes.
            for (Map.Entry<String, String> text : texts().entrySet()) {
                show(text.getKey(), text.getValue(), round == 1);
            }
        }
        System.exit(0);
    }

    private static void show(String what, String markdown, boolean told) throws InterruptedException {
        Stage stage = DrivenDesk.onFx(() -> new Stage(StageStyle.UNDECORATED));
        MarkdownView view = DrivenDesk.onFx(() -> {
            Fonts.require();
            MarkdownView made = new MarkdownView(_ -> {});
            ScrollPane scroll = new ScrollPane(made);
            scroll.setFitToWidth(true);
            stage.setScene(new Scene(scroll, 360, 800));
            stage.show();
            return made;
        });
        try (Stalls watch = new Stalls()) {
            TimeUnit.MILLISECONDS.sleep(SETTLED_MILLIS);
            watch.longest();
            DrivenDesk.onFx(() -> {
                view.show(markdown);
                return true;
            });
            long deadline = System.nanoTime() + PATIENCE;
            int rows = 0;
            int before = -1;
            while (rows != before && System.nanoTime() < deadline) {
                before = rows;
                TimeUnit.MILLISECONDS.sleep(SETTLED_MILLIS);
                rows = DrivenDesk.onFx(() -> view.getChildren().size());
            }
            if (told) {
                System.out.printf(
                        Locale.ROOT, "%-46s %10d %12.1f %8d%n", what, markdown.length(), watch.longest() / 1e6, rows);
            }
        }
        DrivenDesk.onFx(() -> {
            stage.close();
            return true;
        });
    }

    private static Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put(
                "an ordinary page",
                "## Rule\n\nLook at *every* corner. See [this](https://example.org).\n\n".repeat(30));
        texts.put("many paragraphs", repeated("Look at every corner of the image first.\n\n"));
        texts.put("one line", repeated("word "));
        texts.put("one word", repeated("w"));
        texts.put("links without end", repeated("[a](https://example.org/a) "));
        texts.put("a list in a list in a list", repeated("- ".repeat(60) + "deep\n"));
        texts.put("quotes in quotes", repeated("> ".repeat(200) + "deep\n"));
        texts.put("brackets that never close", repeated("[![["));
        texts.put("stars and underscores", repeated("*_**__"));
        texts.put("backticks", repeated("`a``b"));
        texts.put(
                "a wide table",
                "|a".repeat(500) + "|\n" + "|-".repeat(500) + "|\n" + repeated("|x".repeat(500) + "|\n"));
        texts.put("a long table", "|a|b|\n|-|-|\n" + repeated("|some words|more words|\n"));
        texts.put("right to left", repeated("انظر إلى كل زاوية. "));
        return texts;
    }

    private static String repeated(String piece) {
        return piece.repeat(LENGTH / piece.length());
    }
}

package dev.rewarddesk.desktop.key;

import static javafx.scene.input.KeyCombination.ALT_DOWN;
import static javafx.scene.input.KeyCombination.SHIFT_DOWN;
import static javafx.scene.input.KeyCombination.SHORTCUT_DOWN;

import dev.rewarddesk.desktop.text.Texts;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** Every key binding of the desktop. What it does is said in {@code key.<name>} of the texts. */
public enum Shortcut {
    GO_REVIEW(Scope.EVERYWHERE, key(KeyCode.DIGIT1, SHORTCUT_DOWN)),
    GO_LIBRARY(Scope.EVERYWHERE, key(KeyCode.L, SHORTCUT_DOWN)),
    GO_CHECKPOINTS(Scope.EVERYWHERE, key(KeyCode.DIGIT2, SHORTCUT_DOWN)),
    GO_MEMBERS(Scope.EVERYWHERE, key(KeyCode.DIGIT4, SHORTCUT_DOWN)),
    GO_SETTINGS(Scope.EVERYWHERE, key(KeyCode.DIGIT3, SHORTCUT_DOWN)),
    GO_COLLECT(Scope.EVERYWHERE, key(KeyCode.DIGIT5, SHORTCUT_DOWN)),
    IMPORT(Scope.EVERYWHERE, key(KeyCode.O, SHORTCUT_DOWN)),
    CHEAT_SHEET(Scope.EVERYWHERE, typed("?"), key(KeyCode.F1)),
    RELOAD(Scope.EVERYWHERE, key(KeyCode.F5)),
    WORKSPACES(Scope.EVERYWHERE, key(KeyCode.W, SHORTCUT_DOWN, SHIFT_DOWN)),
    REFUSED(Scope.EVERYWHERE, key(KeyCode.U, SHORTCUT_DOWN)),
    QUIT(Scope.EVERYWHERE, key(KeyCode.Q, SHORTCUT_DOWN)),

    SCORE_DOWN(Scope.REVIEW, key(KeyCode.LEFT)),
    SCORE_UP(Scope.REVIEW, key(KeyCode.RIGHT)),
    SCORE_FAR_DOWN(Scope.REVIEW, key(KeyCode.LEFT, SHIFT_DOWN)),
    SCORE_FAR_UP(Scope.REVIEW, key(KeyCode.RIGHT, SHIFT_DOWN)),
    LIKE(Scope.REVIEW, key(KeyCode.L)),
    NEUTRAL(Scope.REVIEW, key(KeyCode.N)),
    DISLIKE(Scope.REVIEW, key(KeyCode.D)),
    /** The stroke's index is the quality less one. */
    QUALITY(Scope.REVIEW, typed("1"), typed("2"), typed("3"), typed("4"), typed("5")),
    START_OVER(Scope.REVIEW, key(KeyCode.BACK_SPACE)),
    COMMENT(Scope.REVIEW, key(KeyCode.C)),
    LEAVE_COMMENT(Scope.REVIEW, key(KeyCode.ESCAPE)),
    SUBMIT(Scope.REVIEW, key(KeyCode.ENTER), key(KeyCode.ENTER, SHORTCUT_DOWN)),
    SKIP(Scope.REVIEW, key(KeyCode.S)),
    SKIP_WHY(Scope.REVIEW, key(KeyCode.S, SHIFT_DOWN)),
    FLAG(Scope.REVIEW, key(KeyCode.F)),
    GUIDELINES(Scope.LOOKING, key(KeyCode.G)),
    UNDO(Scope.REVIEW, key(KeyCode.Z, SHORTCUT_DOWN)),
    HISTORY(Scope.REVIEW, key(KeyCode.H)),
    ZOOM_IN(Scope.LOOKING, typed("+"), typed("=")),
    ZOOM_OUT(Scope.LOOKING, typed("-")),
    ZOOM_FIT(Scope.LOOKING, typed("0")),
    ZOOM_ONE(Scope.LOOKING, key(KeyCode.Z), typed("*")),
    KEEP_ZOOM(Scope.LOOKING, key(KeyCode.K)),
    REVEAL(Scope.LOOKING, key(KeyCode.V)),
    PLAY(Scope.LOOKING, key(KeyCode.P)),
    /** The stroke's index is the direction: left, right, up, down. */
    LOOK(
            Scope.LOOKING,
            key(KeyCode.LEFT, ALT_DOWN),
            key(KeyCode.RIGHT, ALT_DOWN),
            key(KeyCode.UP, ALT_DOWN),
            key(KeyCode.DOWN, ALT_DOWN)),
    READ_UP(Scope.LOOKING, key(KeyCode.UP), key(KeyCode.PAGE_UP)),
    READ_DOWN(Scope.LOOKING, key(KeyCode.DOWN), key(KeyCode.PAGE_DOWN)),

    LIST_OPEN(Scope.LISTS, key(KeyCode.ENTER)),
    LIST_SEND_AGAIN(Scope.LISTS, key(KeyCode.S)),
    LIST_DROP(Scope.LISTS, key(KeyCode.DELETE)),

    LIBRARY_SEARCH(Scope.LIBRARY, typed("/"), key(KeyCode.F, SHORTCUT_DOWN)),
    /** The stroke's index is the shelf's. */
    LIBRARY_SHELF(
            Scope.LIBRARY, key(KeyCode.DIGIT1, ALT_DOWN), key(KeyCode.DIGIT2, ALT_DOWN), key(KeyCode.DIGIT3, ALT_DOWN)),
    LIBRARY_CLEAR(Scope.LIBRARY, key(KeyCode.DIGIT0, SHORTCUT_DOWN)),
    LIBRARY_OPEN(Scope.LIBRARY, key(KeyCode.ENTER)),
    LIBRARY_BACK(Scope.LIBRARY, key(KeyCode.ESCAPE)),
    LIBRARY_EDIT(Scope.LIBRARY, key(KeyCode.E)),
    LIBRARY_SAVE(Scope.LIBRARY, key(KeyCode.ENTER, SHORTCUT_DOWN)),
    LIBRARY_UNFLAG(Scope.LIBRARY, key(KeyCode.U)),

    CHECKPOINT_NEW(Scope.CHECKPOINTS, key(KeyCode.N, SHORTCUT_DOWN)),
    CHECKPOINT_ACTIVATE(Scope.CHECKPOINTS, key(KeyCode.ENTER)),
    CHECKPOINT_ROLLBACK(Scope.CHECKPOINTS, key(KeyCode.B, SHORTCUT_DOWN)),
    CHECKPOINT_DELETE(Scope.CHECKPOINTS, key(KeyCode.DELETE)),
    CHECKPOINT_COMPARE(Scope.CHECKPOINTS, key(KeyCode.D, SHORTCUT_DOWN)),
    COMPARISON_BACK(Scope.CHECKPOINTS, key(KeyCode.ESCAPE)),
    COMPARISON_PICTURE(Scope.CHECKPOINTS, key(KeyCode.S, SHORTCUT_DOWN)),
    COMPARISON_TABLE(Scope.CHECKPOINTS, key(KeyCode.S, SHORTCUT_DOWN, SHIFT_DOWN)),

    /** The stroke's index is the direction: back, on. */
    COLLECT_PART(Scope.COLLECT, key(KeyCode.PAGE_UP, SHORTCUT_DOWN), key(KeyCode.PAGE_DOWN, SHORTCUT_DOWN)),
    COLLECT_START(Scope.COLLECT, key(KeyCode.ENTER, SHORTCUT_DOWN)),
    COLLECT_PAUSE(Scope.COLLECT, key(KeyCode.P, SHORTCUT_DOWN)),
    COLLECT_STOP(Scope.COLLECT, key(KeyCode.C, SHORTCUT_DOWN, SHIFT_DOWN)),

    GROUP_KEEP(Scope.COLLECT, key(KeyCode.K)),
    GROUP_DROP(Scope.COLLECT, key(KeyCode.D)),
    GROUP_KEEP_ALL(Scope.COLLECT, key(KeyCode.K, SHIFT_DOWN)),
    GROUP_DROP_ALL(Scope.COLLECT, key(KeyCode.D, SHIFT_DOWN)),
    /** The stroke's index is the direction: back, on. */
    GROUP_MOVE(Scope.COLLECT, key(KeyCode.LEFT), key(KeyCode.RIGHT)),
    GROUP_PREVIOUS(Scope.COLLECT, key(KeyCode.UP), key(KeyCode.PAGE_UP)),
    GROUP_NEXT(Scope.COLLECT, key(KeyCode.DOWN), key(KeyCode.PAGE_DOWN)),
    GROUP_FIT(Scope.COLLECT, key(KeyCode.F)),
    GROUP_UNDO(Scope.COLLECT, key(KeyCode.Z, SHORTCUT_DOWN)),
    GROUP_APPLY(Scope.COLLECT, key(KeyCode.ENTER, SHORTCUT_DOWN)),

    ANSWER_PREVIEW(Scope.COLLECT, key(KeyCode.E, SHORTCUT_DOWN)),
    ANSWER_START(Scope.COLLECT, key(KeyCode.ENTER, SHORTCUT_DOWN)),
    ANSWER_PAUSE(Scope.COLLECT, key(KeyCode.P, SHORTCUT_DOWN)),
    ANSWER_CANCEL(Scope.COLLECT, key(KeyCode.C, SHORTCUT_DOWN, SHIFT_DOWN)),

    SAVE(Scope.SETTINGS, key(KeyCode.S, SHORTCUT_DOWN));

    private final Scope scope;
    // Made by List.of from records: immutable, though the type does not say so.
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<Stroke> strokes;

    Shortcut(Scope scope, Stroke... strokes) {
        this.scope = scope;
        this.strokes = List.of(strokes);
    }

    /** Where it works. */
    public Scope scope() {
        return scope;
    }

    /** What it does, in a few words. */
    public String text() {
        return Texts.of("key.", this);
    }

    /** Its keys as people write them, one entry for each way to press it. */
    public List<String> keys() {
        return strokes.stream().map(Stroke::display).toList();
    }

    /** A tooltip: what it does and the keys that do it. */
    public String tooltip() {
        return text() + " (" + keys().stream().collect(Collectors.joining(", ")) + ")";
    }

    /** Which of its strokes the event is, from 0; -1 where none. */
    int strokeOf(KeyEvent event) {
        return IntStream.range(0, strokes.size())
                .filter(index -> strokes.get(index).matches(event))
                .findFirst()
                .orElse(-1);
    }

    boolean isTyping(int stroke) {
        return strokes.get(stroke).isTyping();
    }

    /** Where a shortcut works; the cheat sheet groups by it. */
    public enum Scope {
        EVERYWHERE,
        REVIEW,
        /** On the review screen, too: the picture and the text. */
        LOOKING,
        /** In the history, and in the list of what was not taken. */
        LISTS,
        LIBRARY,
        CHECKPOINTS,
        COLLECT,
        SETTINGS;

        /** Its name for people. */
        public String text() {
            return Texts.of("keys.", this);
        }
    }

    private static Stroke key(KeyCode code, KeyCombination.Modifier... modifiers) {
        return new Stroke.Key(code, List.of(modifiers));
    }

    private static Stroke typed(String character) {
        return new Stroke.Typed(character);
    }
}

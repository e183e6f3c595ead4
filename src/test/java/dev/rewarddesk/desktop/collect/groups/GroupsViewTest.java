package dev.rewarddesk.desktop.collect.groups;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rewarddesk.collect.session.AlikeSite;
import dev.rewarddesk.desktop.TestDesk;
import dev.rewarddesk.desktop.task.Tasks;
import dev.rewarddesk.desktop.theme.Appearance;
import dev.rewarddesk.supabase.RealWorkspace;
import dev.rewarddesk.supabase.SupabaseClient;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.Arrays;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The real view on images that were really held back, worked by keyboard alone. */
@ExtendWith(ApplicationExtension.class)
final class GroupsViewTest {

    private static final int PATIENCE_SECONDS = 30;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    private final FxRobot robot = new FxRobot();
    private final CopyOnWriteArrayList<Throwable> unexpected = new CopyOnWriteArrayList<>();

    // TestFX calls start before every test.
    @SuppressWarnings("NullAway.Init")
    private TestDesk desk;

    @SuppressWarnings("NullAway.Init")
    private SupabaseClient owner;

    @SuppressWarnings("NullAway.Init")
    private AlikeSite site;

    @SuppressWarnings("NullAway.Init")
    private Path sessions;

    @SuppressWarnings("NullAway.Init")
    private GroupsView view;

    @Start
    void start(Stage stage) throws IOException {
        desk = new TestDesk();
        owner = RealWorkspace.owner(desk.backend());
        sessions = Files.createTempDirectory(folder, "collect");
        site = new AlikeSite(owner, sessions);
        Tasks tasks = new Tasks(work -> Thread.ofVirtual().start(work), Platform::runLater, unexpected::add);
        view = new GroupsView(new GroupsViewModel(site.service(), tasks));
        stage.setScene(Appearance.inLight(new StackPane(view.root())));
        stage.setWidth(1100);
        stage.setHeight(760);
        stage.show();
        stage.requestFocus();
    }

    @AfterEach
    void close() {
        site.close();
        owner.close();
        desk.close();
        assertThat(unexpected).isEmpty();
    }

    @Test
    void withoutAnyGroupThatIsSaid() {
        show();

        until(() -> isShown(".empty-title"));
        assertThat(isShown("#loaded")).isFalse();
    }

    @Test
    void picturesAreShownSideBySideAtOneScale() throws Exception {
        site.collect(1);
        show();

        until(() -> robot.lookup(".group-frame .image-view").queryAll().size() == 3);
        assertThat(robot.lookup(".group-frame .image-view").<ImageView>queryAll())
                .extracting(ImageView::getFitWidth)
                .containsOnly(252.0);
        assertThat(text("#where")).isEqualTo("Group 1 of 1");
        assertThat(text("#left")).isEqualTo("2 images are held back, 2 undecided");
        assertThat(robot.lookup(".group-card").queryAll()).hasSize(3);
    }

    @Test
    void aPictureThatCannotBeHadIsSaidSo() throws Exception {
        site.collect(1);
        try (Connection connection = desk.backend().ownerConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("delete from public.images");
        }

        show();

        until(() -> robot.lookup(".group-frame .image-view").queryAll().size() == 2);
        until(() -> text(".group-frame .muted").equals("Cannot be shown"));
    }

    static Stream<byte[]> noPictures() {
        byte[] cut = Arrays.copyOf(TestPngs.of(640, 480), 300);
        return Stream.of(
                new byte[0],
                "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8),
                new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff},
                cut,
                TestPngs.of(60_000, 60_000),
                TestPngs.of(Integer.MAX_VALUE, 1));
    }

    /** What was written down was checked before; what is read again may have been changed since. */
    @ParameterizedTest
    @MethodSource("noPictures")
    void whatIsNoPictureAnyMoreIsSaidSoAndCanStillBeDropped(byte[] content) throws Exception {
        site.collect(1);
        try (Connection journal = DriverManager.getConnection("jdbc:sqlite:" + sessions.resolve("journal.sqlite"));
                PreparedStatement change = journal.prepareStatement("update held set content = ?")) {
            change.setBytes(1, content);
            assertThat(change.executeUpdate()).isEqualTo(2);
        }

        show();

        until(() -> robot.lookup(".group-frame .muted").queryAll().size() == 2);
        assertThat(text(".group-frame .muted")).isEqualTo("Cannot be shown");
        assertThat(robot.lookup(".group-frame .image-view").queryAll()).hasSize(1);
        robot.press(KeyCode.SHIFT).type(KeyCode.D).release(KeyCode.SHIFT);
        until(() -> text("#waiting").contains("2 to drop"));
        robot.press(KeyCode.CONTROL).type(KeyCode.ENTER).release(KeyCode.CONTROL);
        until(() -> site.held().isEmpty());
    }

    /** PNG files of one colour whose header says any size. */
    private static final class TestPngs {

        static byte[] of(int width, int height) {
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            file.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
            chunk(
                    file,
                    "IHDR",
                    ByteBuffer.allocate(13)
                            .putInt(width)
                            .putInt(height)
                            .put(new byte[] {8, 0, 0, 0, 0})
                            .array());
            chunk(file, "IDAT", new byte[] {0x78, (byte) 0x9c, 0x03, 0, 0, 0, 0, 1});
            chunk(file, "IEND", new byte[0]);
            return file.toByteArray();
        }

        private static void chunk(ByteArrayOutputStream file, String name, byte[] content) {
            byte[] named = ByteBuffer.allocate(4 + content.length)
                    .put(name.getBytes(StandardCharsets.US_ASCII))
                    .put(content)
                    .array();
            CRC32 sum = new CRC32();
            sum.update(named);
            file.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
            file.writeBytes(named);
            file.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
        }
    }

    @Test
    void keysDecideUndoAndApply() throws Exception {
        site.collect(2);
        show();
        until(() -> isShown("#where"));

        robot.type(KeyCode.D);
        until(() -> text("#waiting").contains("1 to drop"));
        robot.type(KeyCode.K);
        until(() -> text("#where").startsWith("Group 2 of 2"));
        robot.press(KeyCode.SHIFT).type(KeyCode.D).release(KeyCode.SHIFT);
        until(() -> text("#waiting").contains("3 to drop"));
        robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
        until(() -> text("#waiting").contains("1 to keep, 1 to drop: not done yet"));
        assertThat(site.held()).hasSize(4);

        robot.press(KeyCode.CONTROL).type(KeyCode.ENTER).release(KeyCode.CONTROL);

        until(() -> text("#outcome").contains("1 kept, 1 dropped"));
        until(() -> text("#where").startsWith("Group 1 of 1"));
        assertThat(site.held()).hasSize(2);
    }

    @Test
    void leavingAppliesWhatWasDecided() throws Exception {
        site.collect(1);
        show();
        until(() -> isShown("#where"));
        robot.press(KeyCode.SHIFT).type(KeyCode.D).release(KeyCode.SHIFT);
        until(() -> text("#waiting").contains("2 to drop"));

        AtomicBoolean left = new AtomicBoolean();
        AtomicBoolean may = new AtomicBoolean();
        robot.interact(() -> may.set(view.mayLeave(() -> left.set(true))));

        assertThat(may).isFalse();
        until(left::get);
        assertThat(site.held()).isEmpty();
        robot.interact(() -> may.set(view.mayLeave(() -> {})));
        assertThat(may).isTrue();
        until(() -> isShown(".empty-title"));
    }

    private void show() {
        robot.interact(view::onShow);
    }

    private String text(String query) {
        return robot.lookup(query).<Labeled>tryQuery().map(Labeled::getText).orElse("");
    }

    private boolean isShown(String query) {
        return robot.lookup(query)
                .tryQuery()
                .filter(GroupsViewTest::isReallyVisible)
                .isPresent();
    }

    private static boolean isReallyVisible(Node node) {
        for (Node one = node; one != null; one = one.getParent()) {
            if (!one.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private static void until(BooleanSupplier condition) {
        try {
            WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, condition::getAsBoolean);
        } catch (TimeoutException late) {
            throw new AssertionError("It did not come to that", late);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }
}

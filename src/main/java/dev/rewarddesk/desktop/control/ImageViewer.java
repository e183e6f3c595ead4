package dev.rewarddesk.desktop.control;

import dev.rewarddesk.desktop.image.Detail;
import dev.rewarddesk.desktop.image.Motion;
import dev.rewarddesk.desktop.image.PictureState;
import dev.rewarddesk.desktop.image.PixelArea;
import dev.rewarddesk.desktop.image.Pixels;
import dev.rewarddesk.desktop.image.Preview;
import dev.rewarddesk.desktop.image.UnreadablePictureException;
import dev.rewarddesk.desktop.image.Viewpoint;
import dev.rewarddesk.desktop.image.Viewpoint.Extent;
import dev.rewarddesk.desktop.image.Viewport;
import dev.rewarddesk.desktop.task.Tasks;
import dev.rewarddesk.desktop.text.Texts;
import java.util.function.UnaryOperator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * Shows a picture: fitting, zoomed about the cursor or the middle, moved about. A picture that is shown again keeps its zoom.
 * Large pictures are shown from a preview and, where one looks closer, from parts that are decoded as needed.
 */
public final class ImageViewer extends Region {

    /** How much larger one press of a key makes the picture. */
    private static final double KEY_STEP = 1.25;

    // A notch of a usual mouse wheel.
    private static final double WHEEL_NOTCH = 40;

    // Before the bar, which watches it.
    private final ReadOnlyObjectWrapper<@Nullable Viewpoint> viewpoint = new ReadOnlyObjectWrapper<>();
    private final PictureLayer base = new PictureLayer();
    private final PictureLayer detailLayer = new PictureLayer();
    private final CrispLayer crisp = new CrispLayer();
    private final Region checks = new Region();
    private final ImageViewerState state = new ImageViewerState();
    private final ImageViewerVeil veil = new ImageViewerVeil();
    private final Label note = new Label(Texts.of("image.first-frame"));
    private final PictureMotion motion = new PictureMotion(this, () -> move(now -> now));
    private final BooleanProperty zoomKept = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<Viewport> room = new ReadOnlyObjectWrapper<>(Viewport.USUAL);
    private final ImageViewerBar bar = new ImageViewerBar(this);
    private final Rectangle clip = new Rectangle();

    private @Nullable Tasks tasks;
    private @Nullable Preview preview;
    private @Nullable Detail detail;
    private @Nullable Pixels blurred;
    private @Nullable Viewpoint last;
    private boolean loadingDetail;
    private double dragX;
    private double dragY;

    public ImageViewer() {
        getStyleClass().add("image-viewer");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        checks.getStyleClass().add("image-checks");
        Group picture = new Group(checks, base, detailLayer, crisp);
        picture.setAutoSizeChildren(false);
        picture.setManaged(false);
        note.getStyleClass().add("image-note");
        note.setGraphic(Icon.of(Feather.PAUSE_CIRCLE));
        getChildren().addAll(picture, state, note, veil, bar);
        // It comes into sight by itself once loading has taken a while.
        state.visibleProperty().subscribe(this::requestLayout);
        setClip(clip);
        setMinSize(0, 0);
        addEventHandler(ScrollEvent.SCROLL, this::scrolled);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> setCursor(Cursor.DEFAULT));
        addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
        show(new PictureState.None());
    }

    /** Gives the viewer the threads to decode on. Before, pictures are shown from their previews only. */
    public void decodeOn(Tasks runner) {
        tasks = runner;
    }

    /** Shows this from now on. */
    public void show(PictureState now) {
        Preview shown = switch (now) {
            case PictureState.Ready ready -> ready.preview();
            case PictureState.Veiled veiled -> veiled.preview();
            case PictureState.None _, PictureState.Loading _, PictureState.Broken _ -> null;
        };
        boolean hidden = now instanceof PictureState.Veiled;
        state.show(now);
        veil.show(now);
        if (shown == null || !shown.equals(preview)) {
            begin(shown);
        }
        blurred = shown != null && hidden ? shown.blurred() : null;
        motion.show(shown == null || hidden ? new Motion.Still() : shown.motion());
        bar.setVisible(shown != null);
        bar.showMotion(shown != null && !hidden && shown.motion() instanceof Motion.Moving);
        note.setVisible(shown != null && !hidden && shown.motion() instanceof Motion.TooMuch);
        move(same -> same);
        requestLayout();
    }

    private void begin(@Nullable Preview shown) {
        Viewpoint before = viewpoint.get();
        last = before == null ? last : before;
        preview = shown;
        detail = null;
        viewpoint.set(null);
        if (shown == null) {
            base.clear();
            detailLayer.clear();
            crisp.clear();
            checks.setVisible(false);
        }
    }

    /** What to do when the person wants a broken image tried again. */
    public void onTryAgain(Runnable action) {
        state.onTryAgain(action);
    }

    /** What to do when the person wants to see a picture that is blurred. */
    public void onReveal(Runnable action) {
        veil.onReveal(action);
    }

    /** Whether the next picture is shown at the zoom and place of the one before, and not whole. */
    public BooleanProperty zoomKeptProperty() {
        return zoomKept;
    }

    /** Whether pictures that can move do. */
    public BooleanProperty movingProperty() {
        return motion.wantedProperty();
    }

    /** How much room there is for a picture. */
    public ReadOnlyObjectProperty<Viewport> roomProperty() {
        return room.getReadOnlyProperty();
    }

    /** Where the picture lies; null while there is none. */
    public ReadOnlyObjectProperty<@Nullable Viewpoint> viewpointProperty() {
        return viewpoint.getReadOnlyProperty();
    }

    /** One step larger, about the middle. */
    public void zoomIn() {
        move(now -> now.zoomedBy(KEY_STEP, getWidth() / 2, getHeight() / 2));
    }

    /** One step smaller, about the middle. */
    public void zoomOut() {
        move(now -> now.zoomedBy(1 / KEY_STEP, getWidth() / 2, getHeight() / 2));
    }

    /** All of the picture. */
    public void zoomToFit() {
        move(now -> Viewpoint.fitting(now.image(), now.view(), now.unit()));
    }

    /** A pixel of the picture is a pixel of the screen. */
    public void zoomToOne() {
        move(now -> now.zoomedTo(1, getWidth() / 2, getHeight() / 2));
    }

    /** Looks further to the right and down, by a share of the view. */
    public void look(double right, double down) {
        move(now -> now.panned(-right * getWidth(), -down * getHeight()));
    }

    /** Whether there is a picture, as fine as it can be at this zoom. */
    boolean isSharp() {
        Viewpoint now = viewpoint.get();
        return now != null
                && preview != null
                && (!Detail.isNeeded(preview, now.zoom()) || (detail != null && detail.serves(preview, now)));
    }

    /** Whether an animation is playing. */
    boolean isMoving() {
        return motion.isPlaying();
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        clip.setWidth(width);
        clip.setHeight(height);
        if (width >= 1 && height >= 1) {
            room.set(new Viewport((int) Math.round(width / unit()), (int) Math.round(height / unit())));
        }
        if (preview != null && width >= 1 && height >= 1) {
            place(preview, new Extent(width, height));
        }
        // After the picture, whose zoom the bar says.
        layOut(state, HPos.CENTER, VPos.CENTER);
        layOut(veil, HPos.CENTER, VPos.CENTER);
        layOut(note, HPos.LEFT, VPos.TOP);
        layOut(bar, HPos.RIGHT, VPos.BOTTOM);
    }

    private void layOut(Region part, HPos across, VPos down) {
        if (part.isVisible()) {
            layoutInArea(part, 0, 0, getWidth(), getHeight(), 0, across, down);
        }
    }

    private void place(Preview shown, Extent view) {
        Viewpoint before = viewpoint.get();
        Extent image = new Extent(shown.picture().width(), shown.picture().height());
        moved(before == null ? beginning(image, view) : before.inView(view, unit()));
    }

    private Viewpoint beginning(Extent image, Extent view) {
        Viewpoint former = last;
        return former == null || !zoomKept.get()
                ? Viewpoint.fitting(image, view, unit())
                : former.inView(view, unit()).onto(image);
    }

    private double unit() {
        Window window = getScene() == null ? null : getScene().getWindow();
        return window == null ? 1 : 1 / window.getOutputScaleX();
    }

    private void move(UnaryOperator<Viewpoint> step) {
        Viewpoint now = viewpoint.get();
        if (now != null) {
            moved(step.apply(now));
        }
    }

    private void moved(Viewpoint now) {
        Preview shown = preview;
        if (shown == null) {
            return;
        }
        viewpoint.set(now);
        checks.setVisible(shown.isTransparent());
        checks.resizeRelocate(
                now.x(), now.y(), now.image().width() * now.scale(), now.image().height() * now.scale());
        Pixels instead = blurred == null ? motion.frame() : blurred;
        if (instead == null) {
            draw(shown, now);
        } else if (now.zoom() > CrispLayer.FROM_ZOOM && blurred == null && shown.reduction() == 1) {
            drawCrisp(now, instead, shown.picture().area());
        } else {
            crisp.clear();
            detailLayer.clear();
            base.draw(now, instead, shown.picture().area());
        }
    }

    private void draw(Preview shown, Viewpoint now) {
        Detail known = detail != null && detail.serves(shown, now) ? detail : null;
        if (now.zoom() > CrispLayer.FROM_ZOOM && shown.reduction() == 1) {
            drawCrisp(now, shown.levels().getFirst(), shown.picture().area());
        } else if (now.zoom() > CrispLayer.FROM_ZOOM && known != null) {
            drawCrisp(now, known.pixels(), known.area());
        } else {
            crisp.clear();
            base.draw(now, shown.levelFor(now.zoom()), shown.picture().area());
            if (known != null) {
                detailLayer.draw(now, known.pixels(), known.area());
            } else {
                detailLayer.clear();
            }
        }
        if (known == null && Detail.isNeeded(shown, now.zoom())) {
            load(shown, now);
        }
    }

    private void drawCrisp(Viewpoint now, Pixels pixels, PixelArea area) {
        base.setVisible(false);
        detailLayer.setVisible(false);
        crisp.draw(now, pixels, area);
    }

    private void load(Preview shown, Viewpoint at) {
        Tasks runner = tasks;
        if (runner == null || loadingDetail) {
            return;
        }
        loadingDetail = true;
        runner.run(() -> Detail.of(shown, at))
                .onSuccess(loaded -> {
                    loadingDetail = false;
                    detail = loaded;
                    // The person may have moved on meanwhile; then this asks again.
                    move(now -> now);
                })
                // The preview stays; it is the same picture, less sharp.
                .onFailure(UnreadablePictureException.class, _ -> loadingDetail = false)
                .start();
    }

    private void scrolled(ScrollEvent event) {
        if (event.getDeltaY() != 0) {
            double factor = Math.pow(KEY_STEP, Math.clamp(event.getDeltaY() / WHEEL_NOTCH, -4, 4));
            move(now -> now.zoomedBy(factor, event.getX(), event.getY()));
            event.consume();
        }
    }

    private void pressed(MouseEvent event) {
        dragX = event.getX();
        dragY = event.getY();
    }

    private void dragged(MouseEvent event) {
        setCursor(Cursor.CLOSED_HAND);
        double byX = event.getX() - dragX;
        double byY = event.getY() - dragY;
        pressed(event);
        move(now -> now.panned(byX, byY));
    }

    private void clicked(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
            move(now -> now.fits()
                    ? now.zoomedTo(1, event.getX(), event.getY())
                    : Viewpoint.fitting(now.image(), now.view(), now.unit()));
        }
    }
}

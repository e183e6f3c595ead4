package dev.rewarddesk.desktop.review;

import dev.rewarddesk.desktop.control.Fxml;
import dev.rewarddesk.desktop.control.ImageViewer;
import dev.rewarddesk.desktop.control.KeyHint;
import dev.rewarddesk.desktop.control.Overlay;
import dev.rewarddesk.desktop.control.Painted;
import dev.rewarddesk.desktop.control.ReadingText;
import dev.rewarddesk.desktop.guidelines.GuidelinesView;
import dev.rewarddesk.desktop.image.PictureState;
import dev.rewarddesk.desktop.key.Shortcut;
import dev.rewarddesk.desktop.navigation.Screen;
import dev.rewarddesk.desktop.task.Tasks;
import dev.rewarddesk.desktop.text.Texts;
import dev.rewarddesk.model.Image;
import dev.rewarddesk.model.ReviewItem;
import dev.rewarddesk.settings.Settings;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The screen where answers are scored. */
public final class ReviewView implements Screen {

    private static final Logger LOG = LoggerFactory.getLogger(ReviewView.class);
    private static final double PANEL_SHARE = 0.34;
    private static final double PANEL_MIN = 430;
    private static final double PANEL_MAX = 560;
    private static final double VIEWER_MIN = 240;

    private final ReviewViewModel model;
    private final Tasks tasks;
    private final ObjectProperty<Settings> settings;
    private final Overlay overlay;
    private final GuidelinesView guidelines;
    private final RewardFormView form;
    private final ReviewQuestions questions;
    private final BannerBox banner;
    private final Parent root;
    private final Presence presence;
    private boolean inView;
    private boolean pictureSeen;
    private @Nullable ReviewKeys keys;
    private DeskState.@Nullable Reviewing shown;

    @FXML
    private StackPane screen;

    @FXML
    private HBox desk;

    @FXML
    private ImageViewer viewer;

    @FXML
    private VBox panel;

    @FXML
    private HBox promptRow;

    @FXML
    private Label progressText;

    @FXML
    private ProgressBar progressBar;

    @FXML
    private Button history;

    @FXML
    private StackPane bannerPlace;

    @FXML
    private Label remark;

    @FXML
    private ReadingText prompt;

    @FXML
    private ReadingText answer;

    @FXML
    private StackPane entry;

    @FXML
    private HBox actions;

    @FXML
    private Button skip;

    @FXML
    private Button flag;

    @FXML
    private Button submit;

    @FXML
    private Node loading;

    @FXML
    private Node done;

    @FXML
    private Label doneText;

    @FXML
    private Button checkAgain;

    @FXML
    private Node failed;

    @FXML
    private Label failedText;

    @FXML
    private Button tryAgain;

    /**
     * @param tasks where large images are decoded
     * @param settings how the person looks at images; written here when they choose otherwise
     * @param overlay where what was decided is listed; while anything is open there, it has the keyboard
     * @param guidelines shown beside the item
     */
    public ReviewView(
            ReviewViewModel model,
            Tasks tasks,
            ObjectProperty<Settings> settings,
            Overlay overlay,
            GuidelinesView guidelines) {
        this.model = model;
        this.tasks = tasks;
        this.settings = settings;
        this.overlay = overlay;
        this.guidelines = guidelines;
        this.form = new RewardFormView(model);
        this.questions = new ReviewQuestions(model);
        this.banner = new BannerBox(this::closeBanner);
        this.root = Fxml.load(this);
        this.presence = new Presence(model, screen);
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void onShow() {
        inView = true;
        if (keys == null && root.getScene() != null) {
            BooleanSupplier active = () -> inView && !overlay.openProperty().get();
            new HeldInput(root.getScene(), model.decidingProperty(), active);
            keys = new ReviewKeys(model, form, viewer, answer, questions, this::showHistory, active);
            keys.bindOn(root.getScene());
            guidelines.bindKeys(root.getScene(), () -> active.getAsBoolean() && desk.isVisible());
            presence.watch(root.getScene());
        }
        model.show();
        presence.begin();
        focus();
    }

    @Override
    public void onHide() {
        inView = false;
        presence.end();
        model.hide();
    }

    @FXML
    private void initialize() {
        panel.prefWidthProperty()
                .bind(screen.widthProperty()
                        .map(width -> Math.clamp(width.doubleValue() * PANEL_SHARE, PANEL_MIN, PANEL_MAX)));
        panel.minWidthProperty().bind(panel.prefWidthProperty());
        desk.getChildren().addFirst(guidelines.root());
        guidelines.shareRoom(screen.widthProperty(), PANEL_MIN + VIEWER_MIN);
        promptRow.getChildren().add(2, guidelines.button());
        bannerPlace.getChildren().add(banner);
        bannerPlace.managedProperty().bind(banner.visibleProperty());
        form.root().managedProperty().bind(form.root().visibleProperty());
        entry.getChildren().add(form.root());
        entry.getChildren().addAll(questions.nodes());
        actions.managedProperty().bind(actions.visibleProperty());
        remark.managedProperty().bind(remark.visibleProperty());
        prompt.setAccessibleText(Texts.of("review.prompt"));
        answer.setAccessibleText(Texts.of("review.answer"));
        viewer.decodeOn(tasks);
        viewer.onTryAgain(model.pictures()::again);
        viewer.onReveal(model.pictures()::reveal);
        viewer.roomProperty().subscribe(model.pictures()::prepareFor);
        viewer.zoomKeptProperty().set(settings.get().looking().zoomKept());
        viewer.zoomKeptProperty().subscribe((_, kept) -> {
            Settings now = settings.get();
            settings.set(now.withLooking(now.looking().withZoomKept(kept)));
        });
        labelButtons();
        model.pictures().currentProperty().subscribe(this::showPicture);
        model.stateProperty().subscribe(this::showState);
        model.comingProperty().subscribe(coming -> coming.ifPresent(this::prepare));
        new ProgressLine(model, progressText, progressBar, doneText);
        model.bannerProperty().subscribe(banner::show);
        model.askingProperty().subscribe(this::showAsking);
        model.remarkProperty().subscribe(this::showRemark);
    }

    private void labelButtons() {
        KeyHint.on(skip, Shortcut.SKIP, 0);
        KeyHint.on(flag, Shortcut.FLAG, 0);
        KeyHint.on(submit, Shortcut.SUBMIT, 0);
        KeyHint.on(history, Shortcut.HISTORY, 0);
        KeyHint.on(checkAgain, Shortcut.RELOAD, 0);
        KeyHint.on(tryAgain, Shortcut.RELOAD, 0);
        skip.setOnAction(_ -> model.skip());
        flag.setOnAction(_ -> model.askToFlag());
        submit.setOnAction(_ -> model.submit());
        history.setOnAction(_ -> showHistory());
        checkAgain.setOnAction(_ -> model.reload());
        tryAgain.setOnAction(_ -> model.reload());
    }

    private void showState(DeskState now) {
        desk.setVisible(now instanceof DeskState.Reviewing);
        loading.setVisible(now instanceof DeskState.Loading);
        done.setVisible(now instanceof DeskState.Done);
        failed.setVisible(now instanceof DeskState.Failed);
        switch (now) {
            case DeskState.Reviewing open -> showItem(open);
            case DeskState.Failed because -> failedText.setText(because.reason());
            case DeskState.Loading _, DeskState.Done _ -> shown = null;
        }
        if (!(now instanceof DeskState.Reviewing)) {
            focus();
        }
    }

    // A start is measured up to the first picture (docs/benchmarks.md).
    private void showPicture(PictureState picture) {
        viewer.show(picture);
        if (picture instanceof PictureState.Ready && !pictureSeen) {
            pictureSeen = true;
            Painted.once(root.getScene(), () -> LOG.info("The first item is painted"));
        }
    }

    private void showItem(DeskState.Reviewing open) {
        boolean changing = open.purpose() instanceof Purpose.Changing;
        skip.setDisable(changing);
        flag.setDisable(changing);
        if (open.equals(shown)) {
            return;
        }
        shown = open;
        ReviewItem item = open.item();
        prompt.read(item.response().prompt());
        answer.read(item.response().responseText());
        viewer.setAccessibleText(
                Optional.ofNullable(item.image()).map(ReviewView::nameOf).orElseGet(() -> Texts.of("image.none")));
        focus();
    }

    // Once the open item is in the window, for that must not wait.
    private void prepare(ReviewItem coming) {
        if (root.getScene() != null) {
            Painted.once(root.getScene(), () -> {
                prompt.expect(coming.response().prompt());
                answer.expect(coming.response().responseText());
            });
        }
    }

    private void showRemark(String text) {
        remark.setText(text);
        remark.setVisible(!text.isEmpty());
    }

    private void showAsking(Asking asking) {
        boolean nothing = asking == Asking.NOTHING;
        form.root().setVisible(nothing);
        actions.setVisible(nothing);
        questions.show(asking);
        if (nothing && inView) {
            focus();
        }
    }

    private void showHistory() {
        HistoryDrawer.open(model, overlay);
    }

    private void closeBanner() {
        model.closeBanner();
        focus();
    }

    // What has just become visible takes the focus only after it was laid out.
    private void focus() {
        if (inView) {
            Platform.runLater(() -> {
                switch (model.stateProperty().get()) {
                    case DeskState.Reviewing _ -> form.begin();
                    case DeskState.Done _ -> checkAgain.requestFocus();
                    case DeskState.Failed _ -> tryAgain.requestFocus();
                    case DeskState.Loading _ -> screen.requestFocus();
                }
            });
        }
    }

    private static String nameOf(Image image) {
        String described = image.altText();
        return described == null || described.isBlank() ? image.fileName() : described;
    }
}

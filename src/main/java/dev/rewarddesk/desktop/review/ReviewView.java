package dev.rewarddesk.desktop.review;

import dev.rewarddesk.desktop.control.CopyButton;
import dev.rewarddesk.desktop.control.Fxml;
import dev.rewarddesk.desktop.control.ImageViewer;
import dev.rewarddesk.desktop.control.KeyHint;
import dev.rewarddesk.desktop.control.ReadingText;
import dev.rewarddesk.desktop.key.KeyBindings;
import dev.rewarddesk.desktop.key.Shortcut;
import dev.rewarddesk.desktop.navigation.Screen;
import dev.rewarddesk.desktop.task.Tasks;
import dev.rewarddesk.desktop.text.Texts;
import dev.rewarddesk.model.FlagReason;
import dev.rewarddesk.model.Image;
import dev.rewarddesk.model.ReviewItem;
import dev.rewarddesk.model.ReviewProgress;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** The screen where answers are scored. */
public final class ReviewView implements Screen {

    private static final Duration KEEP_EVERY = Duration.seconds(10);
    private static final PseudoClass NOTICE = PseudoClass.getPseudoClass("notice");
    private static final int FAR = 5;
    private static final double PANEL_SHARE = 0.34;
    private static final double PANEL_MIN = 400;
    private static final double PANEL_MAX = 560;
    private static final double LOOK_STEP = 0.15;
    private static final double READ_STEP = 0.3;
    private static final double READ_PAGE = 0.9;

    private final ReviewViewModel model;
    private final Tasks tasks;
    private final RewardFormView form;
    private final FlagChoice flagChoice;
    private final Timeline keeping;
    private final Parent root;
    private boolean inView;
    private boolean keysBound;

    @FXML
    private StackPane screen;

    @FXML
    private HBox desk;

    @FXML
    private ImageViewer viewer;

    @FXML
    private VBox panel;

    @FXML
    private Label progressText;

    @FXML
    private ProgressBar progressBar;

    @FXML
    private VBox banner;

    @FXML
    private FontIcon bannerIcon;

    @FXML
    private Label bannerText;

    @FXML
    private Label bannerLost;

    @FXML
    private HBox bannerButtons;

    @FXML
    private Button sendAgain;

    @FXML
    private Button closeBanner;

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

    /** @param tasks where large images are decoded */
    public ReviewView(ReviewViewModel model, Tasks tasks) {
        this.model = model;
        this.tasks = tasks;
        this.form = new RewardFormView(model);
        this.flagChoice = new FlagChoice(model::flag, model::cancelFlag);
        this.keeping = new Timeline(new KeyFrame(KEEP_EVERY, _ -> model.keep()));
        keeping.setCycleCount(Animation.INDEFINITE);
        this.root = Fxml.load(this);
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void onShow() {
        inView = true;
        if (!keysBound && root.getScene() != null) {
            keysBound = true;
            bindKeys();
        }
        model.show();
        keeping.play();
        focus();
    }

    @Override
    public void onHide() {
        inView = false;
        keeping.stop();
        model.hide();
    }

    @Override
    public boolean mayLeave() {
        return model.mayLeave();
    }

    @FXML
    private void initialize() {
        panel.prefWidthProperty()
                .bind(screen.widthProperty()
                        .map(width -> Math.clamp(width.doubleValue() * PANEL_SHARE, PANEL_MIN, PANEL_MAX)));
        panel.minWidthProperty().bind(panel.prefWidthProperty());
        entry.getChildren().addAll(flagChoice, form.root());
        viewer.decodeOn(tasks);
        viewer.onTryAgain(model::pictureAgain);
        model.pictureProperty().subscribe(viewer::show);
        model.stateProperty().subscribe(this::showState);
        model.progressProperty().subscribe(this::showProgress);
        model.bannerProperty().subscribe(this::showBanner);
        model.choosingFlagProperty().subscribe(this::showFlagChoice);
        prompt.setAccessibleText(Texts.of("review.prompt"));
        answer.setAccessibleText(Texts.of("review.answer"));
        bannerButtons.getChildren().addFirst(new CopyButton(Texts.of("review.entered"), bannerLost::getText));
        bannerButtons.getChildren().getFirst().visibleProperty().bind(bannerLost.visibleProperty());
        bannerButtons.getChildren().getFirst().managedProperty().bind(bannerLost.visibleProperty());
        bannerButtons.getChildren().getFirst().getStyleClass().add("small");
        for (Node node : new Node[] {banner, bannerLost, sendAgain}) {
            node.managedProperty().bind(node.visibleProperty());
        }
        KeyHint.on(skip, Shortcut.SKIP, 0);
        KeyHint.on(flag, Shortcut.FLAG, 0);
        KeyHint.on(submit, Shortcut.SUBMIT, 0);
        KeyHint.on(checkAgain, Shortcut.RELOAD, 0);
        skip.setOnAction(_ -> model.skip());
        flag.setOnAction(_ -> model.chooseFlag());
        submit.setOnAction(_ -> model.submit());
        sendAgain.setOnAction(_ -> model.submit());
        closeBanner.setOnAction(_ -> model.closeBanner());
        checkAgain.setOnAction(_ -> model.reload());
        tryAgain.setOnAction(_ -> model.reload());
        root().addEventFilter(InputEvent.ANY, _ -> model.active());
        root().addEventHandler(KeyEvent.KEY_PRESSED, this::enterOnButton);
    }

    // On the scene: the keys work wherever the focus is.
    private void bindKeys() {
        KeyBindings.on(root.getScene(), () -> inView && isReviewing() && !isChoosingFlag())
                .bind(Shortcut.SCORE_DOWN, () -> model.form().moveScore(-1))
                .bind(Shortcut.SCORE_UP, () -> model.form().moveScore(1))
                .bind(Shortcut.SCORE_FAR_DOWN, () -> model.form().moveScore(-FAR))
                .bind(Shortcut.SCORE_FAR_UP, () -> model.form().moveScore(FAR));
    }
}

package dev.rewarddesk.desktop.welcome;

import dev.rewarddesk.collect.ImportReport;
import dev.rewarddesk.desktop.control.Fxml;
import dev.rewarddesk.desktop.control.Wrapping;
import dev.rewarddesk.desktop.navigation.Screen;
import dev.rewarddesk.desktop.text.Texts;
import dev.rewarddesk.desktop.welcome.WelcomeViewModel.Stage;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.stage.DirectoryChooser;

/** The screen that brings data in. */
public final class WelcomeView implements Screen {

    private static final PseudoClass DROPPING = PseudoClass.getPseudoClass("dropping");

    private final WelcomeViewModel model;
    private final Runnable elsewhere;
    private final Parent root;

    @FXML
    private Label title;

    @FXML
    private Label text;

    @FXML
    private Node choosing;

    @FXML
    private Node importing;

    @FXML
    private Node imported;

    @FXML
    private Button sample;

    @FXML
    private Button folder;

    @FXML
    private Button connect;

    @FXML
    private Button review;

    @FXML
    private Button more;

    @FXML
    private ProgressBar progress;

    @FXML
    private Label status;

    @FXML
    private Label failure;

    @FXML
    private Label summary;

    @FXML
    private Label refused;

    @FXML
    private ListView<ImportReport.Problem> problems;

    /** @param elsewhere begins to connect to a workspace on the network */
    public WelcomeView(WelcomeViewModel model, Runnable elsewhere) {
        this.model = model;
        this.elsewhere = elsewhere;
        this.root = Fxml.load(this);
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void onShow() {
        model.visit();
        sample.requestFocus();
    }

    @FXML
    private void initialize() {
        progress.progressProperty().bind(model.progressProperty());
        status.textProperty().bind(model.statusProperty());
        summary.textProperty().bind(model.summaryProperty());
        for (Label label : List.of(failure, refused)) {
            label.textProperty().bind(model.problemProperty());
            Wrapping.whereSafe(label);
            label.visibleProperty().bind(label.textProperty().isNotEmpty());
            label.managedProperty().bind(label.visibleProperty());
        }
        problems.setItems(model.problems());
        problems.setCellFactory(_ -> new ProblemCell());
        problems.visibleProperty().bind(refused.visibleProperty());
        problems.managedProperty().bind(problems.visibleProperty());
        model.untouchedProperty().subscribe(untouched -> {
            title.setText(Texts.of(untouched ? "welcome.title" : "welcome.title.more"));
            text.setText(Texts.of(untouched ? "welcome.text" : "welcome.text.more"));
        });
        model.stageProperty().subscribe(this::show);
        sample.setOnAction(_ -> model.loadSample());
        folder.setOnAction(_ -> chooseFolder());
        connect.setOnAction(_ -> elsewhere.run());
        review.setOnAction(_ -> model.startReviewing());
        more.setOnAction(_ -> model.chooseAgain());
    }

    private void show(Stage stage) {
        choosing.setVisible(stage == Stage.CHOOSING);
        importing.setVisible(stage == Stage.IMPORTING);
        imported.setVisible(stage == Stage.IMPORTED);
        switch (stage) {
            case CHOOSING -> sample.requestFocus();
            case IMPORTING -> {}
            case IMPORTED -> review.requestFocus();
        }
    }

    private void chooseFolder() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(Texts.of("welcome.folder.choose"));
        File chosen = chooser.showDialog(root.getScene().getWindow());
        if (chosen != null) {
            model.importFolder(chosen.toPath());
        }
    }

    @FXML
    private void dragOver(DragEvent event) {
        if (folderIn(event).isPresent()) {
            event.acceptTransferModes(TransferMode.COPY);
            root.pseudoClassStateChanged(DROPPING, true);
        }
        event.consume();
    }

    @FXML
    private void dragExited() {
        root.pseudoClassStateChanged(DROPPING, false);
    }

    @FXML
    private void dragDropped(DragEvent event) {
        Optional<Path> dropped = folderIn(event);
        dropped.ifPresent(model::importFolder);
        event.setDropCompleted(dropped.isPresent());
        event.consume();
    }

    private static Optional<Path> folderIn(DragEvent event) {
        List<File> files = event.getDragboard().getFiles();
        return files.size() == 1 ? Optional.of(files.getFirst().toPath()).filter(Files::isDirectory) : Optional.empty();
    }
}

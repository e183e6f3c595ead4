package dev.rewarddesk.desktop.opening;

import dev.rewarddesk.desktop.control.CopyButton;
import dev.rewarddesk.desktop.control.Fxml;
import dev.rewarddesk.desktop.control.Wrapping;
import dev.rewarddesk.desktop.notice.Report;
import dev.rewarddesk.desktop.text.Texts;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** A calm page while the workspace opens, and what went wrong when it does not. */
public final class OpeningView {

    private final Runnable again;
    private final Runnable local;
    private final Runnable quit;
    private final Parent root;
    private String details = "";

    @FXML
    private VBox opening;

    @FXML
    private VBox failed;

    @FXML
    private Label title;

    @FXML
    private Label text;

    @FXML
    private Label code;

    @FXML
    private HBox codeRow;

    @FXML
    private Button elsewhere;

    @FXML
    private Button tryAgain;

    /**
     * @param again tries to open the workspace again
     * @param local opens the local workspace instead
     * @param quit closes the window
     */
    public OpeningView(Runnable again, Runnable local, Runnable quit) {
        this.again = again;
        this.local = local;
        this.quit = quit;
        this.root = Fxml.load(this);
        Wrapping.whereSafe(text);
        codeRow.getChildren().add(new CopyButton(Texts.of("failure.details"), () -> details));
        show(opening);
    }

    /** The page's root node. */
    public Parent root() {
        return root;
    }

    /** Says that a workspace is being opened. */
    public void again() {
        show(opening);
    }

    /**
     * Says why the workspace could not be opened, and offers to try again.
     *
     * @param isLocal whether it is the local one, beside which there is no other to fall back to
     */
    public void failed(Throwable failure, boolean isLocal) {
        Report report = Report.of(failure);
        details = report.details();
        title.setText(report.title());
        text.setText(report.text());
        code.setText(report.code());
        elsewhere.setVisible(!isLocal);
        elsewhere.setManaged(!isLocal);
        show(failed);
        tryAgain.requestFocus();
    }

    @FXML
    private void tryAgain() {
        show(opening);
        again.run();
    }

    @FXML
    private void elsewhere() {
        local.run();
    }

    @FXML
    private void quit() {
        quit.run();
    }

    private void show(VBox page) {
        opening.setVisible(page.equals(opening));
        failed.setVisible(page.equals(failed));
    }
}

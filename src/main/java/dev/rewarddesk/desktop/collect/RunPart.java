package dev.rewarddesk.desktop.collect;

import dev.rewarddesk.collect.session.CollectSettings;
import dev.rewarddesk.desktop.navigation.Screen;
import dev.rewarddesk.desktop.task.Tasks;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;

/** A run: what it is to do, and once it is under way how far it is. */
public final class RunPart implements Screen {

    private final CollectDesk desk;
    private final CollectFormView form;
    private final ProgressView progress;
    private final StackPane root = new StackPane();

    /** @param pictures where small pictures of what arrives come from */
    public RunPart(CollectDesk desk, Glimpses.Source pictures, Tasks tasks) {
        this.desk = desk;
        this.form = new CollectFormView(new CollectFormViewModel(), desk);
        this.progress = new ProgressView(desk, new Glimpses(pictures, tasks), this::another);
        root.getChildren().setAll(form.root(), progress.root());
        showForm(true);
        desk.progressProperty().subscribe(now -> {
            if (now.isPresent() && desk.isBusy() && form.root().isVisible()) {
                showForm(false);
                progress.focus();
            }
        });
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void onShow() {
        if (form.root().isVisible()) {
            form.focus();
        } else {
            progress.focus();
        }
    }

    /** Enters what another run was to do, to be changed and begun. */
    void enter(CollectSettings settings) {
        if (!desk.isBusy()) {
            form.enter(settings);
            showForm(true);
        }
    }

    private void another() {
        showForm(true);
        form.focus();
    }

    private void showForm(boolean show) {
        form.root().setVisible(show);
        progress.root().setVisible(!show);
    }
}

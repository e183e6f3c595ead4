package dev.rewarddesk.desktop.checkpoints;

import dev.rewarddesk.checkpoint.CheckpointService;
import dev.rewarddesk.desktop.form.TextEntry;
import dev.rewarddesk.desktop.task.Tasks;
import dev.rewarddesk.desktop.text.Texts;
import dev.rewarddesk.failure.ServiceFailure;
import dev.rewarddesk.model.Checkpoint;
import dev.rewarddesk.model.NewCheckpoint;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/** A form for a new checkpoint. Each field says itself what is wrong with it; what the workspace refuses is said there too. */
public final class NewCheckpointViewModel {

    private static final int LONGEST_VERSION = 200;
    private static final int LONGEST_KEY = 1000;
    private static final double REWARD_BOUND = 1e9;

    private final CheckpointService service;
    private final Tasks tasks;
    private final Consumer<Checkpoint> created;
    private final TextEntry version = new TextEntry(NewCheckpointViewModel::checkVersion);
    private final TextEntry storageKey = new TextEntry(NewCheckpointViewModel::checkStorageKey);
    private final TextEntry epoch = new TextEntry(NewCheckpointViewModel::checkEpoch);
    private final TextEntry avgReward = new TextEntry(NewCheckpointViewModel::checkReward);
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final ReadOnlyBooleanWrapper done = new ReadOnlyBooleanWrapper();

    NewCheckpointViewModel(CheckpointService service, Tasks tasks, Consumer<Checkpoint> created) {
        this.service = service;
        this.tasks = tasks;
        this.created = created;
        epoch.textProperty().set("0");
        avgReward.textProperty().set("0");
    }

    /** Unique in the workspace. */
    public TextEntry version() {
        return version;
    }

    /** Where the weights are. */
    public TextEntry storageKey() {
        return storageKey;
    }

    /** A whole number from 0. */
    public TextEntry epoch() {
        return epoch;
    }

    /** Any number, on training's own scale. */
    public TextEntry avgReward() {
        return avgReward;
    }

    /** What is wrong that belongs to no field; empty while nothing is. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Whether it is being created. */
    public BooleanProperty busyProperty() {
        return busy;
    }

    /** Whether it was created. */
    public ReadOnlyBooleanProperty doneProperty() {
        return done.getReadOnlyProperty();
    }

    /** Creates it when every field is right. */
    public void submit() {
        problem.set("");
        // Every field is checked, so that all that is wrong is seen at once.
        long wrong = Stream.of(version, storageKey, epoch, avgReward)
                .filter(entry -> !entry.check())
                .count();
        if (wrong > 0 || busy.get()) {
            return;
        }
        NewCheckpoint checkpoint = new NewCheckpoint(
                version.value(),
                storageKey.value(),
                null,
                Integer.parseInt(epoch.value()),
                Double.parseDouble(avgReward.value()));
        tasks.run(() -> service.create(checkpoint))
                .whileRunning(busy)
                .onSuccess(made -> {
                    done.set(true);
                    created.accept(made);
                })
                .onFailure(
                        ServiceFailure.Conflict.class,
                        _ -> version.refuse(Texts.of("checkpoints.new.version.taken", checkpoint.version())))
                .onFailure(ServiceFailure.Invalid.class, this::refused)
                .onFailure(ServiceFailure.class, failure -> problem.set(failure.getMessage()))
                .start();
    }

    private void refused(ServiceFailure.Invalid failure) {
        switch (Objects.requireNonNullElse(failure.field(), "")) {
            case "version" -> version.refuse(failure.getMessage());
            case "storage_key" -> storageKey.refuse(failure.getMessage());
            case "epoch" -> epoch.refuse(failure.getMessage());
            case "avg_reward" -> avgReward.refuse(failure.getMessage());
            default -> problem.set(failure.getMessage());
        }
    }

    private static String checkVersion(String text) {
        if (text.isEmpty()) {
            return Texts.of("checkpoints.new.version.missing");
        }
        return text.length() > LONGEST_VERSION ? Texts.of("checkpoints.new.too-long", LONGEST_VERSION) : "";
    }

    private static String checkStorageKey(String text) {
        if (text.isEmpty()) {
            return Texts.of("checkpoints.new.storage-key.missing");
        }
        return text.length() > LONGEST_KEY ? Texts.of("checkpoints.new.too-long", LONGEST_KEY) : "";
    }

    private static String checkEpoch(String text) {
        try {
            return Integer.parseInt(text) < 0 ? Texts.of("checkpoints.new.epoch.wrong") : "";
        } catch (NumberFormatException notWhole) {
            return Texts.of("checkpoints.new.epoch.wrong");
        }
    }

    private static String checkReward(String text) {
        try {
            // The comparison also refuses NaN.
            return Math.abs(Double.parseDouble(text)) <= REWARD_BOUND
                    ? ""
                    : Texts.of("checkpoints.new.avg-reward.wrong");
        } catch (NumberFormatException noNumber) {
            return Texts.of("checkpoints.new.avg-reward.wrong");
        }
    }
}

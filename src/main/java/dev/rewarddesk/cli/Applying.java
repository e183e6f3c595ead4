package dev.rewarddesk.cli;

import dev.rewarddesk.failure.ServiceFailure;
import dev.rewarddesk.model.ReadinessBounds;
import dev.rewarddesk.model.Revised;
import dev.rewarddesk.settings.config.ConfigSchema;
import dev.rewarddesk.settings.config.Configuration;
import dev.rewarddesk.settings.config.MissingSecretException;
import dev.rewarddesk.settings.config.Secret;
import dev.rewarddesk.settings.config.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes a workspace as it is configured, and tells what that changes. */
final class Applying {

    private final WorkspaceDoor door;
    private final Configuration configuration;
    private final List<Change> changes = new ArrayList<>();

    Applying(WorkspaceDoor door, Configuration configuration) {
        this.door = door;
        this.configuration = configuration;
    }

    /**
     * What is not as configured.
     *
     * @param before null where there was none
     */
    record Change(String name, @Nullable String before, String after) {

        String text() {
            return "%s: %s → %s".formatted(name, before == null ? "none" : before, after);
        }
    }

    /** Does it, or only finds out what there is to do where it is dry. Ends with a {@code ServiceFailure} where it cannot be done. */
    List<Change> to(WorkspacePlace place, boolean dry) {
        bucket(place, dry);
        if (isSet("responses") || isSet("rewards") || isSet("partial_responses")) {
            readiness(place, dry);
        }
        return List.copyOf(changes);
    }

    // First, for the workspace keeps it from when it is opened.
    private void bucket(WorkspacePlace place, boolean dry) {
        Optional<Bucket> configured = configuredBucket();
        if (configured.isEmpty()) {
            return;
        }
        if (!(place instanceof WorkspacePlace.Local(var folder))) {
            throw new ServiceFailure.Invalid(
                    "bucket_of_a_project",
                    "A hosted workspace's bucket is set among its project's secrets; docs/storage.md says how. Nothing was changed.",
                    "bucket");
        }
        Bucket wanted = configured.get();
        Optional<String> now = door.bucket(folder);
        if (!now.equals(Optional.of(wanted.toString()))) {
            changes.add(new Change("bucket", now.orElse(null), wanted.toString()));
            if (!dry) {
                door.keepBucket(folder, wanted);
            }
        }
    }

    private void readiness(WorkspacePlace place, boolean dry) {
        try (OpenWorkspace workspace = door.open(place)) {
            Revised<ReadinessBounds> now = workspace.account().readiness();
            ReadinessBounds before = now.value();
            ReadinessBounds after = new ReadinessBounds(
                    number("responses", before.responses()),
                    number("rewards", before.rewards()),
                    number("partial_responses", before.partialResponses()));
            compare("responses", before.responses(), after.responses());
            compare("rewards", before.rewards(), after.rewards());
            compare("partial_responses", before.partialResponses(), after.partialResponses());
            if (!dry && !after.equals(before)) {
                workspace.account().change(after, now.revision());
            }
        }
    }

    private void compare(String name, int before, int after) {
        if (before != after) {
            changes.add(new Change("readiness." + name, String.valueOf(before), String.valueOf(after)));
        }
    }

    private boolean isSet(String name) {
        return configuration.value("/readiness/" + name).isPresent();
    }

    private int number(String name, int otherwise) {
        return configuration.value("/readiness/" + name).map(Integer::valueOf).orElse(otherwise);
    }

    private Optional<Bucket> configuredBucket() {
        Optional<String> endpoint = configuration.value("/bucket/endpoint");
        Optional<String> name = configuration.value("/bucket/name");
        if (endpoint.isEmpty() && name.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Bucket(
                endpoint.orElseThrow(() -> missing("endpoint")),
                configuration.value("/bucket/region").orElseGet(Applying::usualRegion),
                name.orElseThrow(() -> missing("name")),
                secret("access_key_id"),
                secret("secret_access_key")));
    }

    private static String usualRegion() {
        return ConfigSchema.ours().at("/bucket/region").flatMap(Setting::usual).orElseThrow();
    }

    private Secret secret(String name) {
        try {
            return configuration.secret("/bucket/" + name).orElseThrow(() -> missing(name));
        } catch (MissingSecretException gone) {
            throw new ServiceFailure.Invalid("no_key", gone.getMessage() + " Nothing was changed.", "bucket." + name);
        }
    }

    private static ServiceFailure missing(String name) {
        return new ServiceFailure.Invalid(
                "bucket_in_part",
                "The configuration names a bucket in part: bucket.%s is missing. Nothing was changed.".formatted(name),
                "bucket." + name);
    }
}

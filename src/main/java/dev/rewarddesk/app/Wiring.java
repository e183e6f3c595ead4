package dev.rewarddesk.app;

import dev.rewarddesk.cli.AssistantOptions;
import dev.rewarddesk.cli.Bucket;
import dev.rewarddesk.cli.OpenWorkspace;
import dev.rewarddesk.cli.ServedAccess;
import dev.rewarddesk.cli.WorkspaceDoor;
import dev.rewarddesk.cli.WorkspacePlace;
import dev.rewarddesk.embedded.BackendAccess;
import dev.rewarddesk.embedded.BackendOptions;
import dev.rewarddesk.embedded.EmbeddedBackend;
import dev.rewarddesk.failure.ServiceFailure;
import dev.rewarddesk.settings.Endpoints;
import dev.rewarddesk.settings.Folders;
import dev.rewarddesk.settings.vault.SystemKeychain;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Puts the parts together. */
final class Wiring implements WorkspaceDoor {

    private final Folders folders = Folders.ofThisProcess();

    @Override
    public String schemaVersion() {
        return EmbeddedBackend.schemaVersion();
    }

    @Override
    public Path usualFolder() {
        return folders.workspace();
    }

    @Override
    public Path usualConfig() {
        return folders.config().resolve("config.json");
    }

    @Override
    public boolean isMade(Path folder) {
        return EmbeddedBackend.isMade(folder);
    }

    @Override
    public Optional<String> checkBucket(Path folder) {
        try {
            return EmbeddedBackend.checkBucket(folder);
        } catch (IOException failure) {
            throw unusable(failure);
        }
    }

    @Override
    public Optional<String> bucket(Path folder) {
        try {
            return EmbeddedBackend.bucket(folder);
        } catch (IOException failure) {
            throw unusable(failure);
        }
    }

    @Override
    public String keepBucket(Path folder, Bucket bucket) {
        try {
            return EmbeddedBackend.keepBucket(
                    folder,
                    Map.of(
                            "S3_ENDPOINT", bucket.endpoint(),
                            "S3_REGION", bucket.region(),
                            "S3_BUCKET", bucket.name(),
                            "S3_ACCESS_KEY_ID", bucket.accessKeyId().value(),
                            "S3_SECRET_ACCESS_KEY", bucket.secretAccessKey().value()));
        } catch (IOException failure) {
            throw unusable(failure);
        }
    }

    private static ServiceFailure unusable(IOException failure) {
        return new ServiceFailure.Server("bucket_unusable", String.valueOf(failure.getMessage()), null, null);
    }

    @Override
    public OpenWorkspace open(WorkspacePlace place) {
        return switch (place) {
            case WorkspacePlace.Local(Path folder) -> LocalWorkspace.open(folder);
            case WorkspacePlace.Pipeline pipeline -> HostedProject.of(pipeline, folders);
            case WorkspacePlace.Person person -> HostedProject.of(person, folders, new SystemKeychain("sessions"));
        };
    }

    @Override
    public void tryOut(Consumer<OpenWorkspace> work) {
        try (ThrowAwayFolder folder = ThrowAwayFolder.make();
                OpenWorkspace workspace = LocalWorkspace.open(folder.path())) {
            work.accept(workspace);
        }
    }

    @Override
    public ServedAccess serve(Path folder, int port, boolean exposeDatabase) {
        LocalBackend backend = LocalBackend.own(folder, new BackendOptions(port, exposeDatabase));
        // Told to end, it ends as it should: that is no failure (the JVM itself would end with 143).
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            backend.close();
            Runtime.getRuntime().halt(0);
        }));
        BackendAccess access = backend.access();
        return new ServedAccess(
                access.url(),
                access.publishableKey(),
                access.secretKey(),
                access.ownerEmail(),
                access.ownerPassword(),
                backend.databaseUrl());
    }

    @Override
    public void serveAssistant(WorkspacePlace place, AssistantOptions options) {
        // What a library might print would break the protocol.
        System.setOut(System.err);
        switch (place) {
            case WorkspacePlace.Local(Path folder) -> {
                try (LocalWorkspace workspace = LocalWorkspace.open(folder)) {
                    Assistant.onStandardStreams(workspace.assistants(), options);
                }
            }
            case WorkspacePlace.Pipeline pipeline -> {
                try (HostedProject project = HostedProject.of(pipeline, folders)) {
                    Assistant.onStandardStreams(project.assistants(), options);
                }
            }
            case WorkspacePlace.Person _ ->
                throw new ServiceFailure.Invalid(
                        "no_secret_key",
                        "An assistant's scores are written as a pipeline's, never as a person's. Configure supabase.secret_key.",
                        "supabase");
        }
    }

    @Override
    public URI serveAssistants(Path folder, ServedAccess access, int port, AssistantOptions options) {
        return Assistant.overHttp(folder, access, port, options);
    }

    @Override
    public Endpoints endpoints() {
        return OwnEndpoints.in(folders.config(), new SystemKeychain(OwnEndpoints.KEYCHAIN));
    }

    @Override
    public void showDesktop(Path folder) {
        new Desktop(folder, folders).show();
    }

    @Override
    public List<Path> playTour(Path out) {
        return ThrowAwayTour.play(out);
    }
}

package dev.rewarddesk.collect;

import dev.rewarddesk.failure.ServiceFailure;
import dev.rewarddesk.supabase.SupabaseClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Brings a folder in: images beside {@code responses.jsonl}, and {@code checkpoints.jsonl} where there is one. Importing the
 * same folder again adds nothing.
 */
public final class FolderImport {

    private final SupabaseClient client;

    public FolderImport(SupabaseClient client) {
        this.client = client;
    }

    /**
     * Imports what is good and reports what is not, by file and line. Ends with {@code Invalid} where the folder is none that
     * can be imported, and with another {@code ServiceFailure} when the workspace fails on the way; what was imported until
     * then stays.
     *
     * @param progress told after every line, on the calling thread
     */
    public ImportReport run(Path folder, Consumer<ImportProgress> progress) {
        Path real = real(folder);
        Path responses = real.resolve(ResponseImport.FILE);
        Path checkpoints = real.resolve(CheckpointImport.FILE);
        if (!Files.isRegularFile(responses) && !Files.isRegularFile(checkpoints)) {
            throw invalid("The folder " + folder + " has no file responses.jsonl. Nothing was imported.");
        }
        Tally tally = new Tally(lines(responses) + lines(checkpoints), progress);
        PatientCalls calls = new PatientCalls(client.functions());
        try (ImageUploads uploads = new ImageUploads(calls)) {
            each(responses, new ResponseImport(real, calls, uploads, tally)::run);
            each(checkpoints, new CheckpointImport(calls, tally)::run);
        } catch (IOException unreadable) {
            throw invalid("The folder " + folder + " could not be read to its end. " + tally.soFar());
        } catch (ServiceFailure.Offline away) {
            throw new ServiceFailure.Offline(away.getMessage() + " " + tally.soFar(), away);
        } catch (ServiceFailure.Server failed) {
            throw new ServiceFailure.Server(
                    failed.code(), failed.getMessage() + " " + tally.soFar(), failed.retryAfter(), failed);
        }
        return tally.report();
    }

    private interface Work {
        void on(LineReader lines) throws IOException;
    }

    private static void each(Path file, Work work) throws IOException {
        if (Files.isRegularFile(file)) {
            try (LineReader lines = new LineReader(Files.newInputStream(file))) {
                work.on(lines);
            }
        }
    }

    private static int lines(Path file) {
        if (!Files.isRegularFile(file)) {
            return 0;
        }
        try (var in = Files.newInputStream(file)) {
            return LineReader.count(in);
        } catch (IOException unreadable) {
            throw invalid("The file " + file + " cannot be read. Nothing was imported.");
        }
    }

    private static Path real(Path folder) {
        try {
            Path real = folder.toRealPath();
            if (Files.isDirectory(real)) {
                return real;
            }
            throw invalid(folder + " is not a folder. Nothing was imported.");
        } catch (IOException missing) {
            throw invalid("There is no folder " + folder + ", or it cannot be read. Nothing was imported.");
        }
    }

    private static ServiceFailure invalid(String sentence) {
        return new ServiceFailure.Invalid("folder_unreadable", sentence, "folder");
    }
}

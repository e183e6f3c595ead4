package dev.rewarddesk.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Who may read what is written, and what is left of what was not. */
final class PrivateFilesTest {

    @TempDir
    private Path temporary;

    @Test
    void aFileIsReplacedWholeAndNothingIsLeftBesideIt() throws IOException {
        Path file = temporary.resolve("a").resolve("b").resolve("file");

        PrivateFiles.write(file, "one");
        PrivateFiles.write(file, "two");

        assertThat(file).hasContent("two");
        assertThat(inFolderOf(file)).containsExactly(file);
    }

    @Test
    void whatCannotBePutInPlaceLeavesNoDraft() throws IOException {
        Path file = temporary.resolve("file");
        Files.createDirectories(file.resolve("in the way"));

        assertThatThrownBy(() -> PrivateFiles.write(file, "a secret")).isInstanceOf(IOException.class);

        assertThat(inFolderOf(file)).containsExactly(file);
    }

    @Test
    void theFirstToWriteOnceIsTheOneWhoCounts() throws IOException {
        Path file = temporary.resolve("folder").resolve("key");

        PrivateFiles.createOnce(file, "one");
        PrivateFiles.createOnce(file, "two");

        assertThat(file).hasContent("one");
        assertThat(inFolderOf(file)).containsExactly(file);
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "permissions are not POSIX there")
    void everythingMadeIsTheOwnersAlone() throws IOException {
        Path folder = temporary.resolve("folder");
        PrivateFiles.write(folder.resolve("written"), "a");
        PrivateFiles.createOnce(folder.resolve("once"), "a");
        PrivateFiles.file(folder.resolve("empty"));

        assertThat(permissions(folder)).isEqualTo("rwx------");
        assertThat(inFolderOf(folder.resolve("written")))
                .hasSize(3)
                .allSatisfy(file -> assertThat(permissions(file)).isEqualTo("rw-------"));
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "permissions are not POSIX there")
    void aFolderThatSomebodyHasOpenedIsClosedOnlyWhereThatIsAskedFor() throws IOException {
        Path open = Files.createDirectory(temporary.resolve("open"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-xr-x"));

        PrivateFiles.folderIfMissing(open);
        assertThat(permissions(open)).isEqualTo("rwxr-xr-x");

        PrivateFiles.folder(open);
        assertThat(permissions(open)).isEqualTo("rwx------");
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private static Stream<Path> inFolderOf(Path file) throws IOException {
        try (Stream<Path> files = Files.list(file.resolveSibling(""))) {
            return files.toList().stream();
        }
    }
}

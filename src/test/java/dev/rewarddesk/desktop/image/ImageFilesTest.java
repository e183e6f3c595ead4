package dev.rewarddesk.desktop.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ImageFilesTest {

    private static final int SIZE = 1000;

    @TempDir
    private Path temp = Path.of("made by JUnit");

    @Test
    void whatIsKeptIsThereAfterARestart() {
        String name = keep(files(10), 1);

        assertThat(files(10).read(name)).contains(bytes(1));
        assertThat(files(10).read(ImageFiles.sha256Of(bytes(2)))).isEmpty();
    }

    @Test
    void aDamagedFileIsNotAnsweredAndGivesItsPlaceToAWholeOne() throws IOException {
        ImageFiles files = files(10);
        String name = keep(files, 1);
        byte[] spoilt = bytes(1);
        spoilt[500]++;
        Files.write(folder().resolve(name), spoilt);

        assertThat(files.read(name)).isEmpty();
        assertThat(folder().resolve(name)).doesNotExist();
        keep(files, 1);
        assertThat(files.read(name)).contains(bytes(1));
    }

    @Test
    void aFileThatIsCutOffIsDamaged() throws IOException {
        String name = keep(files(10), 1);
        Files.write(folder().resolve(name), new byte[0]);

        assertThat(files(10).read(name)).isEmpty();
    }

    @Test
    void whatWasNotUsedForLongestGoesFirst() throws IOException {
        ImageFiles files = files(3);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            names.add(keep(files, i));
            age(names.get(i), 100 - i);
        }
        files.read(names.getFirst());
        String fourth = keep(files, 4);

        assertThat(files.read(names.get(1))).isEmpty();
        assertThat(files.read(names.get(0))).isPresent();
        assertThat(files.read(names.get(2))).isPresent();
        assertThat(files.read(fourth)).isPresent();
        assertThat(files.bytes()).isEqualTo(3 * SIZE);
    }

    @Test
    void whatAnEndedProcessLeftUnfinishedGoes() throws IOException {
        ImageFiles files = files(3);
        keep(files, 1);
        Files.write(folder().resolve("123.part"), new byte[2 * SIZE]);
        keep(files, 2);
        keep(files, 3);

        assertThat(folder().resolve("123.part")).doesNotExist();
        assertThat(files.bytes()).isEqualTo(3 * SIZE);
    }

    @Test
    void whatIsLargerThanAllThatMayBeKeptIsNotKept() {
        ImageFiles files = new ImageFiles(folder(), SIZE - 1);

        assertThat(files.read(keep(files, 1))).isEmpty();
    }

    @Test
    void aNameThatIsNoHashReachesNoFile() throws IOException {
        Files.write(temp.resolve("secret"), bytes(1));
        ImageFiles files = files(10);
        keep(files, 1);
        files.keep("../written", bytes(2));

        assertThat(files.read("../secret")).isEmpty();
        assertThat(temp.resolve("written")).doesNotExist();
    }

    @Test
    void nobodyElseMayReadThem() throws IOException {
        String name = keep(files(10), 1);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder())))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder().resolve(name))))
                .isEqualTo("rw-------");
    }

    @Test
    void aFolderThatCannotBeMadeIsDoneWithout() throws IOException {
        Path file = Files.createFile(temp.resolve("no folder"));
        ImageFiles files = new ImageFiles(file, 10 * SIZE);

        assertThat(files.read(keep(files, 1))).isEmpty();
        assertThat(files.bytes()).isZero();
    }

    @Test
    void twoProcessesTogetherNeverExceedTheBound() throws Exception {
        List<Process> others = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            others.add(new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-classpath",
                            System.getProperty("java.class.path"),
                            Keeper.class.getName(),
                            folder().toString(),
                            Integer.toString(i))
                    .redirectErrorStream(true)
                    .redirectOutput(temp.resolve("out" + i).toFile())
                    .start());
        }
        long most = 0;
        ImageFiles watched = files(10);
        while (others.stream().anyMatch(Process::isAlive)) {
            most = Math.max(most, watched.bytes());
        }
        for (int i = 0; i < 2; i++) {
            assertThat(others.get(i).waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(others.get(i).exitValue())
                    .as(Files.readString(temp.resolve("out" + i)))
                    .isZero();
        }
        assertThat(most).isBetween(9L * SIZE, 10L * SIZE);
    }

    /** Another process that keeps images in the same folder. */
    static final class Keeper {

        private Keeper() {}

        public static void main(String[] args) {
            ImageFiles files = new ImageFiles(Path.of(args[0]), 10 * SIZE);
            for (int i = 0; i < 300; i++) {
                String name = keep(files, 1000 * Integer.parseInt(args[1]) + i);
                files.read(name);
            }
        }
    }

    private ImageFiles files(int images) {
        return new ImageFiles(folder(), (long) images * SIZE);
    }

    private Path folder() {
        return temp.resolve("images");
    }

    private void age(String name, int seconds) throws IOException {
        Files.setLastModifiedTime(
                folder().resolve(name), FileTime.from(Instant.now().minusSeconds(seconds)));
    }

    private static String keep(ImageFiles files, int seed) {
        String name = ImageFiles.sha256Of(bytes(seed));
        files.keep(name, bytes(seed));
        return name;
    }

    private static byte[] bytes(int seed) {
        byte[] bytes = new byte[SIZE];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }
}

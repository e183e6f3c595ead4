package dev.rewarddesk.collect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rewarddesk.collect.LineReader.Line;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;

final class LineReaderTest {

    @Property(tries = 300)
    void linesAreThoseOfTheText(
            @ForAll List<@CharRange(from = ' ', to = '\u07ff') @StringLength(max = 20) String> lines)
            throws IOException {
        byte[] file = String.join("\r\n", lines).getBytes(StandardCharsets.UTF_8);

        List<Line> read = read(file);

        List<String> expected = String.join("\n", lines).lines().toList();
        assertThat(read).extracting(Line::text).containsExactlyElementsOf(expected);
        assertThat(LineReader.count(new ByteArrayInputStream(file))).isEqualTo(read.size());
    }

    @Property(tries = 300)
    void anyBytesAreReadToTheirEnd(@ForAll byte[] file) throws IOException {
        List<Line> read = read(file);

        assertThat(LineReader.count(new ByteArrayInputStream(file))).isEqualTo(read.size());
        assertThat(read)
                .allSatisfy(line -> assertThat(line.text() == null)
                        .isEqualTo(!line.problem().isEmpty()));
    }

    private static List<Line> read(byte[] file) throws IOException {
        List<Line> lines = new ArrayList<>();
        try (LineReader reader = new LineReader(new ByteArrayInputStream(file))) {
            for (Optional<Line> line = reader.next(); line.isPresent(); line = reader.next()) {
                lines.add(line.get());
            }
        }
        return lines;
    }
}

package dev.rewarddesk.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

final class CsvTest {

    @Property(tries = 500)
    void everyTextComesBack(@ForAll("rows") List<List<String>> rows) {
        Csv csv = new Csv("a", "b", "c");
        rows.forEach(row -> csv.row().texts(row.toArray(String[]::new)).end());

        List<List<String>> read = read(csv.toString());

        assertThat(read.removeFirst()).containsExactly("a", "b", "c");
        assertThat(read.stream()
                        .map(row -> row.stream()
                                .map(cell -> cell.startsWith("'") ? cell.substring(1) : cell)
                                .toList()))
                .isEqualTo(rows);
        assertThat(read)
                .allSatisfy(row -> assertThat(row)
                        .allSatisfy(cell -> assertThat(cell.isEmpty() || "=+-@\t\r\n".indexOf(cell.charAt(0)) < 0)
                                .isTrue()));
    }

    @Property
    void everyNumberStaysThatNumber(@ForAll double number) {
        Csv csv = new Csv("a");
        csv.row().number(number).end();

        assertThat(Double.parseDouble(read(csv.toString()).get(1).getFirst())).isEqualTo(number);
    }

    @Test
    void formulasAreTextsAndNumbersAreNot() {
        Csv csv = new Csv("a", "b", "c");
        csv.row().text("=HYPERLINK(\"x\")").number(-0.5).number(null).end();

        assertThat(csv).hasToString("a,b,c\r\n\"'=HYPERLINK(\"\"x\"\")\",-0.5,\r\n");
    }

    @Provide
    Arbitrary<List<List<String>>> rows() {
        Arbitrary<String> cell =
                Arbitraries.strings().withChars("=+-@\t\r\n,\"' ab＝＠ש日;").ofMaxLength(12);
        return cell.list().ofSize(3).list().ofMaxSize(6);
    }

    /** Reads as RFC 4180 says, knowing nothing of the writer. */
    static List<List<String>> read(String text) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (quoted) {
                cell.append(c);
            } else if (c == ',') {
                row.add(cell.toString());
                cell.setLength(0);
            } else if (c == '\r' && text.charAt(i + 1) == '\n') {
                row.add(cell.toString());
                cell.setLength(0);
                rows.add(row);
                row = new ArrayList<>();
                i++;
            } else {
                cell.append(c);
            }
        }
        assertThat(quoted).isFalse();
        assertThat(row).isEmpty();
        return rows;
    }
}

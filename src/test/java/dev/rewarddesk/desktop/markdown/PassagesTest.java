package dev.rewarddesk.desktop.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rewarddesk.desktop.markdown.Passage.Level;
import dev.rewarddesk.desktop.markdown.Passage.Marker;
import dev.rewarddesk.desktop.markdown.Passage.Matter;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PassagesTest {

    @Test
    void theFormsOfADocumentAreRead() {
        List<Passage> passages = Passages.of("""
                # How to score

                Look **first**, then ~~guess~~ `count`.

                - one
                  1. inner
                - [x] done

                > said
                > > twice

                | a | b |
                |---|--:|
                | 1 | 2 |

                ---
                """);

        assertThat(passages.getFirst().matter()).isEqualTo(new Matter.Heading(1, List.of(plain("How to score"))));
        assertThat(passages.get(1).matter())
                .isEqualTo(new Matter.Paragraph(List.of(
                        plain("Look "),
                        styled("first", Span.Style.STRONG),
                        plain(", then "),
                        styled("guess", Span.Style.STRUCK),
                        plain(" "),
                        styled("count", Span.Style.CODE),
                        plain("."))));
        assertThat(passages.get(2).place().marker()).contains(new Marker.Bullet());
        assertThat(passages.get(3).place().marker()).contains(new Marker.Numeral("1."));
        assertThat(passages.get(3).place().levels()).containsExactly(Level.LIST, Level.LIST);
        assertThat(passages.get(4).place().marker()).contains(new Marker.Task(true));
        assertThat(passages.get(6).place().levels()).containsExactly(Level.QUOTE, Level.QUOTE);
        assertThat(passages.get(7).matter()).isInstanceOfSatisfying(Matter.Table.class, table -> {
            assertThat(table.rows()).hasSize(2);
            assertThat(table.rows().get(1).get(1).side()).isEqualTo(Passage.Side.END);
        });
        assertThat(passages.get(8).matter()).isInstanceOf(Matter.Rule.class);
        assertThat(passages).hasSize(9);
    }

    @Test
    void aLinkShowsWhereItLeadsAndOpensTheWebOnly() {
        assertThat(spans("[the rules](https://example.org/r)"))
                .containsExactly(
                        new Span(
                                "the rules", Set.of(Span.Style.LINK), Optional.of(URI.create("https://example.org/r"))),
                        new Span(
                                " (https://example.org/r)",
                                Set.of(Span.Style.ADDRESS),
                                Optional.of(URI.create("https://example.org/r"))));
        assertThat(spans("<https://example.org/>")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "file:///etc/passwd",
                "data:text/html,x",
                "mailto:a@b.c",
                "/relative",
                "https:///nohost",
                "https://",
                "http:x"
            })
    void whatIsNoAddressOfTheWebIsShownAndNotOpened(String address) {
        List<Span> spans = spans("[click](" + address + ")");

        assertThat(Span.words(spans)).contains("click", address);
        assertThat(spans).allMatch(span -> span.address().isEmpty());
    }

    @Test
    void lettersThatLookLikeOthersAreWrittenOutInAnAddress() {
        String shown = Span.words(spans("[bank](https://bank.example/\u0430\u202Egpj)"));

        assertThat(shown).contains("https://bank.example/%D0%B0").doesNotContain("\u202E");
    }

    @Test
    void anImageIsNamedAndHtmlIsText() {
        assertThat(Span.words(spans("![a boat](https://example.org/boat.png)")))
                .contains("a boat", "https://example.org/boat.png");
        assertThat(spans("![a boat](https://example.org/boat.png)"))
                .allMatch(span -> span.address().isEmpty());
        assertThat(Span.words(spans("a <b>bold</b> word"))).isEqualTo("a <b>bold</b> word");
        assertThat(Passages.of("<script>\nalert(1)\n</script>").getFirst().matter())
                .isEqualTo(new Matter.Literal("<script>\nalert(1)\n</script>"));
    }

    @Test
    void whatCannotBeSeenIsTakenOut() {
        assertThat(everything(Passages.of("a\u0000b\u202Ec\u2066d\u0007e\uD800f&#x202E;g")))
                .isEqualTo("a\uFFFDbcde\uFFFDfg");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "> ",
                "- ",
                "1. ",
                "*",
                "**a ",
                "_a *b ",
                "[",
                "![",
                "![a](",
                "[a](b",
                "~~a ",
                "`",
                "<a ",
                "| ",
                "    ",
                "#",
                "(",
                "&amp;",
                "\\",
                "\u05D0",
                "\u202E",
                "a\u0301",
                "\uD83D\uDE00",
                "a\n\n",
                "- a\n",
                "> a\n\n",
                "|a|b|\n|-|-|\n"
            })
    void aDocumentOfOneThingRepeatedStaysBounded(String piece) {
        String document = piece.repeat(100_000 / piece.length());

        List<Passage> passages = Passages.of(document);

        assertThat(passages).hasSizeLessThan(2000);
        assertThat(passages).allMatch(passage -> passage.place().levels().size() <= 50);
    }

    @Test
    void theEndOfAnEndlessDocumentIsShownAsItWasWritten() {
        String document = IntStream.range(0, 5000)
                .mapToObj(n -> "- word" + n)
                .collect(Collectors.joining("\n", "start\n\n", "\n"));

        List<Passage> passages = Passages.of(document);

        assertThat(passages).hasSizeBetween(20, 100);
        assertThat(everything(passages)).startsWith("start\n- word0\n").contains("- word4999");
    }

    @Property
    void anyTextIsRead(@ForAll("markdownLike") String text) {
        assertThat(Passages.of(text)).isNotNull();
    }

    @Property
    void everyWordIsThere(@ForAll("documents") Document document) {
        assertThat(everything(Passages.of(document.source()))).contains(document.words());
    }

    @Provide
    Arbitrary<String> markdownLike() {
        Arbitrary<String> marks = Arbitraries.of(
                "*",
                "**",
                "_",
                "`",
                "```",
                "~~",
                "~",
                "[",
                "]",
                "(",
                ")",
                "!",
                "<",
                ">",
                "> ",
                "- ",
                "+ ",
                "1. ",
                "# ",
                "    ",
                "|",
                "|-|",
                "\n",
                "\n\n",
                "\\",
                "&",
                "&#x202E;",
                "&#0;",
                "[x] ",
                "http://",
                "<!--",
                "-->",
                "---",
                ":",
                "\t",
                "\r",
                "\u202E",
                "\u05E9\u05DC\u05D5\u05DD",
                "\u0645\u0631\u062D\u0628\u0627",
                "\uD800",
                "a",
                "word");
        return Arbitraries.frequencyOf(
                        Tuple.of(9, marks), Tuple.of(1, Arbitraries.strings().ofMaxLength(4)))
                .list()
                .ofMaxSize(60)
                .map(pieces -> String.join("", pieces));
    }

    @Provide
    Arbitrary<Document> documents() {
        Arbitrary<String> word = Arbitraries.strings().alpha().ofMinLength(2).ofMaxLength(8);
        Arbitrary<List<String>> words = word.list().ofMinSize(1).ofMaxSize(4);
        Arbitrary<String> form = Arbitraries.of(
                "%s\n\n",
                "# %s\n\n",
                "> %s\n\n",
                "- %s\n",
                "1) %s\n",
                "- [ ] %s\n\n",
                "> - > %s\n\n",
                "**%s**\n\n",
                "~~%s~~\n\n",
                "`%s`\n\n",
                "```\n%s\n```\n\n",
                "    %s\n\n",
                "[%s](https://example.org)\n\n",
                "![%s](x.png)\n\n",
                "| %s |\n|---|\n| x |\n\n",
                "| x |\n|---|\n| %s |\n\n",
                "<div>%s</div>\n\n",
                "a <i>%s</i>\n\n",
                "<!-- %s -->\n\n",
                "%s\n===\n\n",
                "[x](http://e.org \"%s\")\n\n",
                "**_%s\n\n",
                "[%s\n\n");
        return Combinators.combine(form, words)
                .as((shape, said) -> new Document(shape.formatted(String.join(" ", said)), said))
                .list()
                .ofMinSize(1)
                .ofMaxSize(12)
                .map(parts -> new Document(
                        parts.stream().map(Document::source).collect(Collectors.joining()),
                        parts.stream().flatMap(part -> part.words().stream()).toList()));
    }

    record Document(String source, List<String> words) {}

    private static List<Span> spans(String markdown) {
        return ((Matter.Paragraph) Passages.of(markdown).getFirst().matter()).spans();
    }

    static String everything(List<Passage> passages) {
        return passages.stream().flatMap(passage -> words(passage.matter())).collect(Collectors.joining("\n"));
    }

    private static Stream<String> words(Matter matter) {
        return switch (matter) {
            case Matter.Heading heading -> Stream.of(Span.words(heading.spans()));
            case Matter.Paragraph paragraph -> Stream.of(Span.words(paragraph.spans()));
            case Matter.Literal literal -> Stream.of(literal.text());
            case Matter.Table table ->
                table.rows().stream().flatMap(List::stream).map(cell -> Span.words(cell.spans()));
            case Matter.Rule _ -> Stream.of();
            case Matter.Rest rest -> Stream.of(rest.source());
        };
    }

    private static Span plain(String text) {
        return styled(text);
    }

    private static Span styled(String text, Span.Style... styles) {
        return new Span(text, Arrays.stream(styles).collect(Collectors.toSet()), Optional.empty());
    }
}

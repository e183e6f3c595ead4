package dev.rewarddesk.collect.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import okhttp3.HttpUrl;
import okio.ByteString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PageReaderTest {

    private static final HttpUrl URL = HttpUrl.get("https://example.org/dir/page.html");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <img src=a.png>                                                              | /dir/a.png
            <img src=a.png srcset='b.png 2x, c.png 3x'>                                  | /dir/c.png
            <img src=a.png srcset='b.png 320w, c.png 1280w, d.png 640w' sizes=50vw>       | /dir/c.png
            <img src='data:image/gif;base64,R0lGOD' data-src=/late.png>                  | /late.png
            <img src=placeholder.png data-src=/late.png>                                 | /late.png
            <img src=p.png data-srcset='s.png 100w, l.png 900w'>                         | /dir/l.png
            <picture><source srcset='x.avif' type=image/avif><source srcset='y.webp 2x' type=image/webp><img src=z.jpg></picture> | /dir/y.webp
            <picture><source srcset='x.avif 3x' type=image/avif><img src=z.jpg></picture> | /dir/z.jpg
            <picture><source media='(min-width: 9px)' srcset='big.png 2000w'><img src=s.png srcset='m.png 900w'></picture> | /dir/big.png
            <div style="background: red url('bg.png')">x</div>                           | /dir/bg.png
            <style>p { background-image: url(in%20style.png) }</style>                   | /dir/in%20style.png
            <style>@font-face{src:url(f.woff)} /* url(no.png) */ a{b:url("y.png")}</style> | /dir/y.png
            <style>a { background: image-set("one.png" 1x type("image/png")) }</style>    | /dir/one.png
            <noscript><img src=fallback.png></noscript>                                  | /dir/fallback.png
            <meta property=og:image content=https://cdn.test/og.png>                     | https://cdn.test/og.png
            <meta name=twitter:image content=/tw.png>                                    | /tw.png
            <base href='/other/'><img src=a.png>                                         | /other/a.png
            <base href='https://cdn.test/x/'><img src=a.png>                             | https://cdn.test/x/a.png
            <video poster=p.png></video>                                                 | /dir/p.png
            <table><tr><td><img src=a.png<p>broken                                       | /dir/a.png%3Cp
            <p><b><img src='a.png' alt="unclosed                                         |
            <img src='bild-ü.png'>                                                       | /dir/bild-%C3%BC.png
            """)
    void imagesAreFoundWhereverTheyAre(String html, String expected) {
        List<HttpUrl> wanted = expected == null ? List.of() : List.of(Objects.requireNonNull(URL.resolve(expected)));

        assertThat(read(html).images()).extracting(ImageReference::url).containsExactlyElementsOf(wanted);
    }

    @Test
    void anImageComesWithWhatIsSaidOfIt() {
        Page page = read("""
                <title>  A
                 page </title>
                <h1>Birds</h1>
                <section><p>Text before the picture of the owl, which is long enough.</p>
                <figure><img src=o.png alt="An\u0007 <b>owl</b>" title="Night"><figcaption>Fig. 1 <i>the owl</i>
                </figcaption></figure><script>alert('not text')</script></section>""");

        assertThat(page.title()).isEqualTo("A page");
        assertThat(page.images()).singleElement().satisfies(image -> {
            assertThat(image.altText()).isEqualTo("An <b>owl</b>");
            assertThat(image.caption()).isEqualTo("Fig. 1 the owl");
            assertThat(image.title()).isEqualTo("Night");
            assertThat(image.words()).contains("picture of the owl").doesNotContain("alert");
        });
    }

    @Test
    void textOfAPageIsBounded() {
        Page page = read("<title>" + "t".repeat(9999) + "</title><p>" + "word ".repeat(9999) + "<img src=a.png alt="
                + "x".repeat(9999) + "></p>");

        assertThat(page.title()).hasSizeLessThanOrEqualTo(500);
        ImageReference image = page.images().getFirst();
        assertThat(image.altText()).hasSizeLessThanOrEqualTo(1000);
        assertThat(image.words()).hasSizeLessThanOrEqualTo(500);
    }

    @Test
    void linksThatMayBePagesAreFollowed() {
        Page page = read("""
                <a href=a.html>a</a> <a href="/b?x=1#part">b</a> <a href=/c rel=nofollow>c</a> <a href=d.PDF>d</a>
                <a href=e.jpg>e</a> <a href="mailto:x@y">f</a> <area href=/g> <iframe src=/h></iframe> <a href=a.html>a</a>""");

        assertThat(page.links())
                .extracting(HttpUrl::toString)
                .containsExactly(
                        "https://example.org/dir/a.html",
                        "https://example.org/b?x=1",
                        "https://example.org/g",
                        "https://example.org/h");
    }

    @ParameterizedTest
    @ValueSource(strings = {"noai, noimageai", "NOIMAGEINDEX", "none"})
    void aPageMayKeepItsImagesToItself(String robots) {
        Page page = read("<meta name=robots content='" + robots + "'><img src=a.png>");

        assertThat(page.takesNoImages()).isTrue();
        assertThat(page.images()).isEmpty();
    }

    @Test
    void aPageMayAskNotToFollowItsLinks() {
        assertThat(read("<meta name=robots content=nofollow><a href=/a>a</a>").links())
                .isEmpty();
        assertThat(PageReader.read(URL, "text/html", ByteString.encodeUtf8("<a href=/a>a</a>"), List.of("nofollow"))
                        .links())
                .isEmpty();
        assertThat(PageReader.read(
                                URL,
                                "text/html",
                                ByteString.encodeUtf8("<a href=/a>a</a>"),
                                List.of("otherbot: nofollow"))
                        .links())
                .hasSize(1);
    }

    @Test
    void hintsAtLicencesAreKept() {
        Page page = read("""
                <link rel="license" href="https://example.org/terms">
                <meta name="DC.rights" content="All rights reserved">
                <a href="https://creativecommons.org/licenses/by/4.0/">CC BY</a>
                <script type="application/ld+json">{"@graph":[{"@type":"ImageObject","license":{"@id":"https://l.test/"}}]}
                </script><script type="application/ld+json">{broken</script>""");

        assertThat(page.licences())
                .containsExactly(
                        new Licence("rel=license", "https://example.org/terms"),
                        new Licence("link", "https://creativecommons.org/licenses/by/4.0/"),
                        new Licence("meta dc.rights", "All rights reserved"),
                        new Licence("schema.org license", "https://l.test/"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ISO-8859-1", "windows-1251", "Shift_JIS", "UTF-16"})
    void whateverThePageIsWrittenIn(String charset) {
        String text = charset.equals("windows-1251") ? "Сова" : charset.equals("Shift_JIS") ? "フクロウ" : "Käuzchen";
        byte[] bytes = ("<title>" + text + "</title>").getBytes(Charset.forName(charset));

        assertThat(PageReader.read(URL, "text/html; charset=" + charset, ByteString.of(bytes), List.of())
                        .title())
                .isEqualTo(text);
    }

    @Test
    void aPageIsKnownByItsContentWhereItSaysNothing() {
        ByteString html = ByteString.encodeUtf8("<!DOCTYPE html><p>x");

        assertThat(PageReader.isPage("", html)).isTrue();
        assertThat(PageReader.isPage("text/plain", html)).isTrue();
        assertThat(PageReader.isPage("text/plain", ByteString.encodeUtf8("just text")))
                .isFalse();
        assertThat(PageReader.isPage("application/pdf", html)).isFalse();
        assertThat(PageReader.isPage("text/html", ByteString.decodeHex("89504e470d0a1a0a0000000d49484452")))
                .isFalse();
    }

    @Property(tries = 300)
    void anythingCanBeRead(@ForAll byte[] anything) {
        assertThat(PageReader.read(URL, "text/html", ByteString.of(anything), List.of()))
                .isNotNull();
    }

    @Test
    void aPageOfManyImagesAndDeepNestingIsReadSoon() {
        StringBuilder html = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            html.append("<div><p>some words <img src=").append(i).append(".png>");
        }

        assertThat(read(html.toString()).images()).hasSize(2000);
    }

    private static Page read(String html) {
        return PageReader.read(
                URL, "text/html; charset=utf-8", ByteString.of(html.getBytes(StandardCharsets.UTF_8)), List.of());
    }
}

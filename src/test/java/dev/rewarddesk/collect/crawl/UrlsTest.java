package dev.rewarddesk.collect.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class UrlsTest {

    private static final HttpUrl BASE = HttpUrl.get("https://example.org/a/b.html?x=1");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            HTTPS://Example.ORG:443/a/../b                | https://example.org/b
            http://example.org/a?utm_source=x&b=2&fbclid=y | http://example.org/a?b=2
            http://example.org/a?utm_medium=mail          | http://example.org/a
            http://example.org/a;jsessionid=0F3A?p=1      | http://example.org/a?p=1
            http://example.org/a?PHPSESSID=123&p=1        | http://example.org/a?p=1
            http://example.org/a?                         | http://example.org/a
            http://example.org/a#part                     | http://example.org/a
            http://user:secret@example.org/               | http://example.org/
            http://example.org/%7Eann/%e2%82%ac           | http://example.org/~ann/%E2%82%AC
            http://example.org/ü/ö.png?q=ä                | http://example.org/%C3%BC/%C3%B6.png?q=%C3%A4
            http://bücher.example/                        | http://xn--bcher-kva.example/
            http://example.org/a?q=%FCber                 | http://example.org/a?q=%FCber
            http://example.org/a?flag&b=                  | http://example.org/a?flag&b=
            http://example.org/a%2Fb                      | http://example.org/a%2Fb
            """)
    void waysToWriteAUrlComeToOne(String written, String expected) {
        assertThat(Urls.parse(written)).contains(HttpUrl.get(expected)).get().hasToString(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            c.html        | https://example.org/a/c.html
            ../c.html     | https://example.org/c.html
            /c            | https://example.org/c
            //cdn.test/c  | https://cdn.test/c
            ?y=2          | https://example.org/a/b.html?y=2
            """)
    void referencesAreResolved(String reference, String expected) {
        assertThat(Urls.resolve(BASE, reference)).contains(HttpUrl.get(expected));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "  ", "mailto:a@b", "javascript:void(0)", "data:image/png;base64,AAAA", "tel:1", "http://"})
    void whatLeadsNowhereIsNone(String reference) {
        assertThat(Urls.resolve(BASE, reference)).isEmpty();
    }

    @Test
    void whatIsTooLongIsNone() {
        assertThat(Urls.resolve(BASE, "/" + "a".repeat(3000))).isEmpty();
    }

    @Property
    void oneFormIsTheFormOfItself(@ForAll @StringLength(max = 60) String anything) {
        Urls.resolve(BASE, anything)
                .ifPresent(url -> assertThat(Urls.canonical(url)).isEqualTo(url));
    }
}

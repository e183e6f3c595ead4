package dev.rewarddesk.supabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rewarddesk.failure.ServiceFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WorkspaceAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://desk.example.org",
                "https://desk.example.org/",
                "http://127.0.0.1:8080",
                "http://[::1]:8080",
                "http://localhost:1",
                " https://desk.example.org/under/a/path "
            })
    void whereKeysAreSafeIsAccepted(String url) {
        assertThat(WorkspaceAddress.of(url, "key").url().toString()).doesNotEndWith("/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "desk.example.org",
                "ftp://desk.example.org",
                "http://desk.example.org",
                "http://127.0.0.1.example.org",
                "https://user:password@desk.example.org",
                "https://desk.example.org?x=1",
                "https://desk.example.org#x",
                "https://",
                "https:///path",
                "not a url"
            })
    void whereKeysAreNotSafeIsRefused(String url) {
        assertThatExceptionOfType(ServiceFailure.Invalid.class)
                .isThrownBy(() -> WorkspaceAddress.of(url, "key"))
                .satisfies(failure -> assertThat(failure.field()).isEqualTo("url"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "line\nbreak", "ключ"})
    void aKeyThatCannotBeOneIsRefusedWithoutShowingIt(String key) {
        assertThatExceptionOfType(ServiceFailure.Invalid.class)
                .isThrownBy(() -> WorkspaceAddress.of("https://desk.example.org", key))
                .satisfies(failure -> assertThat(failure.field()).isEqualTo("api_key"));
    }

    @Test
    void secretsAreNotShown() {
        Session session = PretendWorkspace.session("token-xyz", PretendWorkspace.NOW);

        assertThat(WorkspaceAddress.of("https://desk.example.org", "sb_secret_abc")
                        .toString())
                .contains("desk.example.org")
                .doesNotContain("abc");
        assertThat(session.toString()).doesNotContain("token-xyz");
        assertThat(new SessionStatus.SignedIn(session).toString()).doesNotContain("token-xyz");
    }
}

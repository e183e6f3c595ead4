package dev.rewarddesk.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rewarddesk.failure.ServiceFailure;
import dev.rewarddesk.supabase.InMemorySessionStore;
import dev.rewarddesk.supabase.Pkce;
import dev.rewarddesk.supabase.PretendWorkspace;
import dev.rewarddesk.supabase.SupabaseClient;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The way through the browser, with a stand-in for it. */
final class BrowserSignInTest {

    private PretendWorkspace workspace;
    private SupabaseClient client;
    private SignInService service;

    @BeforeEach
    void start() throws IOException {
        workspace = new PretendWorkspace();
        client = SupabaseClient.forPerson(workspace.address(), new InMemorySessionStore());
        service = new SignInService(client);
    }

    @AfterEach
    void stop() {
        client.close();
        workspace.close();
    }

    @Test
    void theBrowserBringsACodeThatOnlyTheVerifierRedeems() throws Exception {
        workspace.answerSession("access-1");
        try (BrowserSignIn begun = service.withProvider("google")) {
            URI address = begun.address();
            assertThat(address.getPath()).isEqualTo("/auth/v1/authorize");
            assertThat(parameter(address, "provider")).isEqualTo("google");
            String redirect = parameter(address, "redirect_to");
            assertThat(redirect).startsWith("http://127.0.0.1:").contains("/callback?state=");

            HttpResponse<String> page = visit(redirect + "&code=the-code");
            begun.complete();

            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("You can close this window").doesNotContain("the-code");
            RecordedRequest request = workspace.taken();
            assertThat(request.getTarget()).isEqualTo("/auth/v1/token?grant_type=pkce");
            String body = body(request);
            Matcher verifier =
                    Pattern.compile("\"code_verifier\":\"([^\"]{43,128})\"").matcher(body);
            assertThat(verifier.find()).isTrue();
            assertThat(new Pkce(verifier.group(1)).challenge()).isEqualTo(parameter(address, "code_challenge"));
            assertThat(service.person()).isPresent();
        }
    }

    @Test
    void whatComesWithoutTheStateIsNotLetIn() throws Exception {
        workspace.answerSession("access-1");
        try (BrowserSignIn begun = service.withProvider("google")) {
            String redirect = parameter(begun.address(), "redirect_to");

            assertThat(visit(redirect.split("\\?", 2)[0] + "?state=guessed&code=theirs")
                            .statusCode())
                    .isEqualTo(404);
            assertThat(visit(redirect + "&code=mine").statusCode()).isEqualTo(200);
            assertThat(visit(redirect + "&code=again").statusCode()).isEqualTo(404);
            begun.complete();

            assertThat(body(workspace.taken())).contains("mine");
        }
    }

    @Test
    void aRefusalInTheBrowserIsTold() throws Exception {
        try (BrowserSignIn begun = service.withProvider("google")) {
            visit(parameter(begun.address(), "redirect_to") + "&error=access_denied&error_description=You+said+no");

            assertThatExceptionOfType(ServiceFailure.Invalid.class)
                    .isThrownBy(begun::complete)
                    .withMessageContaining("You said no");
        }
    }

    @Test
    void waitingCanBeCancelledAndNothingListensAfterwards() throws Exception {
        BrowserSignIn begun = service.withProvider("google");
        begun.cancel();
        assertThatExceptionOfType(ServiceFailure.Invalid.class)
                .isThrownBy(begun::complete)
                .satisfies(failure -> assertThat(failure.code()).isEqualTo("cancelled"));
        begun.close();
        assertThat(service.person()).isEmpty();
    }

    @Test
    void aCompanysDomainLeadsToItsProvider() throws Exception {
        workspace.answer(200, "{\"url\":\"https://idp.example.org/login\"}");
        try (BrowserSignIn begun = service.withDomain(" ada@Example.org ")) {
            assertThat(begun.address()).isEqualTo(URI.create("https://idp.example.org/login"));
            assertThat(body(workspace.taken())).contains("example.org").contains("skip_http_redirect");
        }
        assertThatExceptionOfType(ServiceFailure.Invalid.class).isThrownBy(() -> service.withDomain("nothing"));
    }

    private static HttpResponse<String> visit(String address) throws IOException, InterruptedException {
        try (HttpClient browser = HttpClient.newHttpClient()) {
            return browser.send(
                    HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private static String body(RecordedRequest request) {
        return Objects.requireNonNull(request.getBody()).utf8();
    }

    private static String parameter(URI address, String name) {
        for (String part : address.getRawQuery().split("&", -1)) {
            if (part.startsWith(name + "=")) {
                return URLDecoder.decode(part.substring(name.length() + 1), StandardCharsets.UTF_8);
            }
        }
        throw new AssertionError("no " + name + " in " + address);
    }
}

package dev.rewarddesk.embedded.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class AccessTokensTest {

    private static final UUID WORKSPACE = UUID.randomUUID();
    private static final UUID USER = UUID.randomUUID();
    private static final UUID SESSION = UUID.randomUUID();

    private Instant now = Instant.parse("2026-11-22T10:00:00Z");
    private final AccessTokens tokens = tokens(WORKSPACE);

    @Test
    void aTokenSaysWhoIsCalling() {
        String token = tokens.issue(USER, SESSION, "a@example.org", false).text();
        assertThat(tokens.verify(token)).get().satisfies(person -> {
            assertThat(person.user()).isEqualTo(USER);
            assertThat(person.session()).isEqualTo(SESSION);
            assertThat(person.claims()).contains("a@example.org");
        });
        assertThat(tokens.verify(token)).isEqualTo(tokens.verify(token)).isPresent();
    }

    @Test
    void aTokenThatWasGoodBeforeIsRefusedOnceItHasExpired() {
        String token = tokens.issue(USER, SESSION, null, false).text();
        assertThat(tokens.verify(token)).isPresent();
        now = now.plus(AccessTokens.LIFETIME).minus(Duration.ofSeconds(1));
        assertThat(tokens.verify(token)).isPresent();
        now = now.plus(Duration.ofSeconds(1));
        assertThat(tokens.verify(token)).isEmpty();
        assertThat(tokens.verify(token)).isEmpty();
    }

    @Test
    void aTokenAlteredAfterItWasSeenIsRefused() {
        String token = tokens.issue(USER, SESSION, null, false).text();
        assertThat(tokens.verify(token)).isPresent();
        int middle = token.lastIndexOf('.') + 20;
        String altered =
                token.substring(0, middle) + (token.charAt(middle) == 'A' ? 'B' : 'A') + token.substring(middle + 1);
        assertThat(tokens.verify(altered)).isEmpty();
        assertThat(tokens.verify("")).isEmpty();
        assertThat(tokens.verify("no token")).isEmpty();
    }

    @Test
    void aTokenOfAnotherWorkspaceIsRefused() {
        String token =
                tokens(UUID.randomUUID()).issue(USER, SESSION, null, false).text();
        assertThat(tokens.verify(token)).isEmpty();
    }

    @Test
    void manyTokensAreAllTakenAgain() {
        String first = tokens.issue(USER, SESSION, null, false).text();
        assertThat(tokens.verify(first)).isPresent();
        for (int other = 0; other < 300; other++) {
            UUID user = UUID.randomUUID();
            assertThat(tokens.verify(tokens.issue(user, SESSION, null, false).text()))
                    .get()
                    .extracting(Caller.Person::user)
                    .isEqualTo(user);
        }
        assertThat(tokens.verify(first)).get().extracting(Caller.Person::user).isEqualTo(USER);
    }

    private AccessTokens tokens(UUID workspace) {
        try {
            String key = new ECKeyGenerator(Curve.P_256).keyID("key").generate().toJSONString();
            return new AccessTokens(key, workspace, () -> now);
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

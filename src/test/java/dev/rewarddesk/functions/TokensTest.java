package dev.rewarddesk.functions;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.rewarddesk.embedded.TestApi;
import dev.rewarddesk.embedded.TestBackend;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which keys and tokens the functions let in. */
final class TokensTest {

    private static final String QUEUE = "/functions/v1/rft-responses/queue";
    private static final String PUBLISHABLE = "sb_publishable_test";
    private static final String SECRET = "sb_secret_test";
    private static final String SHARED_SECRET = "a shared secret of at least thirty-two bytes";

    private final TestBackend backend = TestBackend.shared();
    private final UUID person = personOf(backend.annotator("tokens"));
    private final ECKey elliptic = new ECKeyGenerator(Curve.P_256).keyID("ec").generate();
    private final RSAKey rsa = new RSAKeyGenerator(2048).keyID("rsa").generate();

    TokensTest() throws JOSEException {}

    @Test
    void tokensOfTheProjectsPublicKeysAreGoodAndNoOthers() throws JOSEException {
        ECKey foreign = new ECKeyGenerator(Curve.P_256).keyID("ec").generate();
        ECKey unknown = new ECKeyGenerator(Curve.P_256).keyID("other").generate();
        JWSSigner signer = new ECDSASigner(elliptic);
        try (ServedFunctions served = serve(Map.of("SUPABASE_JWKS", publicKeys()))) {
            assertThat(ask(served, token(JWSAlgorithm.ES256, "ec", signer, claims -> {})))
                    .isEqualTo(200);
            assertThat(ask(served, token(JWSAlgorithm.RS256, "rsa", new RSASSASigner(rsa), claims -> {})))
                    .isEqualTo(200);

            Map<String, String> bad = new HashMap<>();
            bad.put("another key", token(JWSAlgorithm.ES256, "ec", new ECDSASigner(foreign), claims -> {}));
            bad.put("an unknown key", token(JWSAlgorithm.ES256, "other", new ECDSASigner(unknown), claims -> {}));
            bad.put("expired", token(JWSAlgorithm.ES256, "ec", signer, claims -> claims.expirationTime(ago(1))));
            bad.put("without an end", token(JWSAlgorithm.ES256, "ec", signer, claims -> claims.expirationTime(null)));
            bad.put("not yet good", token(JWSAlgorithm.ES256, "ec", signer, claims -> claims.notBeforeTime(ago(-600))));
            bad.put("for others", token(JWSAlgorithm.ES256, "ec", signer, claims -> claims.audience("others")));
            bad.put("for nobody", token(JWSAlgorithm.ES256, "ec", signer, claims -> claims.audience((String) null)));
            bad.put(
                    "a service",
                    token(JWSAlgorithm.ES256, "ec", signer, claims -> claims.claim("role", "service_role")));
            bad.put("no person", token(JWSAlgorithm.ES256, "ec", signer, claims -> claims.subject("x")));
            bad.put("of nobody", token(JWSAlgorithm.ES256, "ec", signer, claims -> claims.subject(null)));
            bad.put("unsigned", unsigned());
            bad.put(
                    "the public key as a secret",
                    token(JWSAlgorithm.HS256, "ec", new MACSigner(publicKeys()), claims -> {}));
            bad.put("a shared secret where there is none", shared(SHARED_SECRET));
            bad.put("a header that is none", "e30.e30.");
            bad.forEach((what, token) -> assertThat(ask(served, token)).as(what).isEqualTo(401));
            assertThat(served.log()).isEmpty();
        }
    }

    @Test
    void aListOfKeysIsGoodAsAKeySet() throws JOSEException {
        String bare = TestApi.parsed(publicKeys()).path("keys").toString();
        try (ServedFunctions served = serve(Map.of("SUPABASE_JWKS", bare))) {
            assertThat(ask(served, token(JWSAlgorithm.ES256, "ec", new ECDSASigner(elliptic), claims -> {})))
                    .isEqualTo(200);
        }
    }

    @Test
    void legacyTokensAreGoodWithTheSharedSecret() throws JOSEException {
        try (ServedFunctions served = serve(Map.of("SUPABASE_JWKS", publicKeys(), "JWT_SECRET", SHARED_SECRET))) {
            assertThat(ask(served, shared(SHARED_SECRET))).isEqualTo(200);
            assertThat(ask(served, shared(SHARED_SECRET + "x"))).isEqualTo(401);
            assertThat(ask(served, token(JWSAlgorithm.ES256, "ec", new ECDSASigner(elliptic), claims -> {})))
                    .isEqualTo(200);
        }
    }

    @Test
    void whereTheSharedSecretIsMissingTheLogSaysSoOnce() throws JOSEException {
        try (ServedFunctions served = serve(Map.of("SUPABASE_JWKS", "{\"keys\":[]}"))) {
            String token = token(
                    JWSAlgorithm.HS256,
                    null,
                    new MACSigner(SHARED_SECRET),
                    claims -> claims.issuer(served.url() + "/auth/v1"));

            assertThat(ask(served, token)).isEqualTo(401);
            assertThat(ask(served, token)).isEqualTo(401);

            assertThat(served.log()).containsOnlyOnce("JWT_SECRET").doesNotContain(token, SHARED_SECRET);
        }
    }

    @Test
    void everyKeyOfTheProjectIsGoodAndTheLegacyPairToo() {
        try (ServedFunctions served = serve(Map.of(
                "SUPABASE_SECRET_KEYS", "{\"default\": \"sb_secret_a\", \"nightly\": \"sb_secret_b\"}",
                "SUPABASE_SERVICE_ROLE_KEY", "legacy.service.key",
                "SUPABASE_ANON_KEY", "legacy.anon.key"))) {
            for (String key : List.of("sb_secret_a", "sb_secret_b", "legacy.service.key")) {
                TestApi pipeline = new TestApi(served.url(), key, key);
                assertThat(pipeline.get("/functions/v1/rft-responses").status())
                        .as(key)
                        .isEqualTo(200);
            }
            for (String key : List.of("legacy.anon.key", PUBLISHABLE)) {
                TestApi app = new TestApi(served.url(), key, key);
                assertThat(app.get("/functions/v1/rft-responses").code())
                        .as(key)
                        .isEqualTo("no_authorization");
            }
            TestApi stranger = new TestApi(served.url(), "sb_secret_c", null);
            assertThat(stranger.get("/functions/v1/rft-responses").code()).isEqualTo("bad_api_key");
        }
    }

    @Test
    void aTokenThatCannotBeCheckedJustNowIsNotCalledBad() {
        TestApi member = backend.annotator("tokens");
        try (ServedFunctions served = serve(Map.of("SUPABASE_URL", "http://127.0.0.1:1"))) {
            TestApi.Answer answer = new TestApi(served.url(), PUBLISHABLE, member.token()).get(QUEUE);

            assertThat(answer.status()).as(answer.text()).isEqualTo(503);
            assertThat(answer.code()).isEqualTo("busy");
            assertThat(answer.header("Retry-After")).isNotBlank();
        }
    }

    @Test
    void aDatabaseThatIsNotThereIsToldAsBusyAndNothingOfItLeaves() {
        try (ServedFunctions served =
                serve(Map.of("SUPABASE_DB_URL", "postgresql://authenticator:a-secret@127.0.0.1:1/postgres"))) {
            TestApi.Answer answer = new TestApi(served.url(), SECRET, SECRET).get("/functions/v1/rft-responses");

            assertThat(answer.status()).as(answer.text()).isEqualTo(503);
            assertThat(answer.code()).isEqualTo("busy");
            assertThat(answer.text()).doesNotContain("127.0.0.1", "ECONN", "a-secret");
            assertThat(served.log()).doesNotContain("a-secret");
        }
    }

    private ServedFunctions serve(Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "SIGN_IN_AND_STORAGE_URL",
                backend.url().toString(),
                "SUPABASE_DB_URL",
                backend.appUrl(),
                "SUPABASE_PUBLISHABLE_KEYS",
                "{\"default\": \"" + PUBLISHABLE + "\"}",
                "SUPABASE_SECRET_KEYS",
                "{\"default\": \"" + SECRET + "\"}"));
        environment.putAll(more);
        return ServedFunctions.start(environment);
    }

    private static int ask(ServedFunctions served, String token) {
        return new TestApi(served.url(), PUBLISHABLE, token).get(QUEUE).status();
    }

    private String publicKeys() {
        return new JWKSet(List.of(elliptic, rsa)).toString(true);
    }

    private String shared(String secret) throws JOSEException {
        return token(JWSAlgorithm.HS256, null, new MACSigner(secret.getBytes(StandardCharsets.UTF_8)), claims -> {});
    }

    private String unsigned() {
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        return base64.encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8)) + "."
                + base64.encodeToString(claims(claims -> {}).toString().getBytes(StandardCharsets.UTF_8)) + ".";
    }

    private String token(
            JWSAlgorithm algorithm, @Nullable String key, JWSSigner signer, Consumer<JWTClaimsSet.Builder> otherwise)
            throws JOSEException {
        SignedJWT token =
                new SignedJWT(new JWSHeader.Builder(algorithm).keyID(key).build(), claims(otherwise));
        token.sign(signer);
        return token.serialize();
    }

    private JWTClaimsSet claims(Consumer<JWTClaimsSet.Builder> otherwise) {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .subject(person.toString())
                .audience("authenticated")
                .claim("role", "authenticated")
                .expirationTime(ago(-600));
        otherwise.accept(claims);
        return claims.build();
    }

    private static Date ago(int seconds) {
        return Date.from(Instant.now().minus(Duration.ofSeconds(seconds)));
    }

    private static UUID personOf(TestApi caller) {
        try {
            return UUID.fromString(SignedJWT.parse(String.valueOf(caller.token()))
                    .getJWTClaimsSet()
                    .getSubject());
        } catch (ParseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

package dev.rewarddesk.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Tokens that somebody else made, or that say what this workspace never says. */
final class ForeignTokensTest {

    private final TestBackend backend = TestBackend.shared();

    @Test
    void tokensThatSomebodyElseMadeAreRefused() throws JOSEException, ParseException {
        String good = signIn(newUser()).get("access_token").asText();
        SignedJWT parsed = SignedJWT.parse(good);
        JWTClaimsSet claims = parsed.getJWTClaimsSet();
        ECKey published = ECKey.parse(backend.stranger()
                .get("/auth/v1/.well-known/jwks.json")
                .ok()
                .at("/keys/0")
                .toString());
        ECKey foreign =
                new ECKeyGenerator(Curve.P_256).keyID(published.getKeyID()).generate();
        byte[] publicKey = published.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8);
        String[] parts = good.split("\\.", -1);

        Map<String, String> forged = new LinkedHashMap<>();
        forged.put("alg none", new PlainJWT(claims).serialize());
        forged.put("without its signature", parts[0] + "." + parts[1] + ".");
        forged.put(
                "HS256 with the public key", signed(JWSAlgorithm.HS256, published, claims, new MACSigner(publicKey)));
        forged.put(
                "another key under the same kid",
                signed(JWSAlgorithm.ES256, published, claims, new ECDSASigner(foreign)));
        forged.put(
                "claims of another",
                parts[0] + "." + new PlainJWT(claims).serialize().split("\\.", -1)[1] + "x." + parts[2]);
        forged.put("no token at all", "abc");
        forged.put("empty parts", "..");
        forged.forEach((how, token) -> assertRefused(how, token));
        assertThat(new TestApi(backend.url(), backend.anonymous().key(), good)
                        .get("/auth/v1/user")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void ourOwnKeyIsNotEnoughWhenTheClaimsAreWrong() throws JOSEException, ParseException {
        JWTClaimsSet claims =
                SignedJWT.parse(signIn(newUser()).get("access_token").asText()).getJWTClaimsSet();
        ECKey own = ECKey.parse(backend.secrets().tokenKey());
        ECKey renamed = new ECKey.Builder(own).keyID("another").build();
        Date past = Date.from(Instant.now().minusSeconds(1));

        assertRefused(
                "expired",
                sign(own, new JWTClaimsSet.Builder(claims).expirationTime(past).build()));
        assertRefused(
                "without an end",
                sign(own, new JWTClaimsSet.Builder(claims).expirationTime(null).build()));
        assertRefused(
                "another audience",
                sign(own, new JWTClaimsSet.Builder(claims).audience("others").build()));
        assertRefused(
                "another issuer",
                sign(
                        own,
                        new JWTClaimsSet.Builder(claims)
                                .issuer("urn:reward-desk:x")
                                .build()));
        assertRefused(
                "another role",
                sign(
                        own,
                        new JWTClaimsSet.Builder(claims)
                                .claim("role", "service_role")
                                .build()));
        assertRefused(
                "nobody",
                sign(own, new JWTClaimsSet.Builder(claims).subject(null).build()));
        assertRefused("another kid", sign(renamed, claims));
        assertThat(new TestApi(backend.url(), backend.anonymous().key(), sign(own, claims))
                        .get("/auth/v1/user")
                        .status())
                .isEqualTo(200);
    }

    private void assertRefused(String how, String token) {
        TestApi api = new TestApi(backend.url(), backend.anonymous().key(), token);
        assertThat(api.get("/auth/v1/user").json().get("error_code").asText())
                .as(how)
                .isEqualTo("bad_jwt");
        assertThat(api.get("/functions/v1/rft-responses").status()).as(how).isEqualTo(401);
        assertThat(api.get("/storage/v1/object/authenticated/scraped-images/x").status())
                .as(how)
                .isEqualTo(401);
    }

    private static String sign(ECKey key, JWTClaimsSet claims) throws JOSEException {
        return signed(JWSAlgorithm.ES256, key, claims, new ECDSASigner(key));
    }

    private static String signed(JWSAlgorithm algorithm, ECKey named, JWTClaimsSet claims, JWSSigner signer)
            throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(algorithm).keyID(named.getKeyID()).build(), claims);
        token.sign(signer);
        return token.serialize();
    }

    private String newUser() {
        String email = "user-" + UUID.randomUUID() + "@example.org";
        backend.service()
                .post("/auth/v1/invite", TestApi.json(Map.of("email", email, "password", "password of it")))
                .ok();
        return email;
    }

    private JsonNode signIn(String email) {
        return backend.anonymous()
                .post(
                        "/auth/v1/token?grant_type=password",
                        TestApi.json(Map.of("email", email, "password", "password of it")))
                .ok();
    }
}

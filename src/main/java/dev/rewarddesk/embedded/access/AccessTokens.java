package dev.rewarddesk.embedded.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Access tokens: JWTs signed with ES256 by the workspace's own key, which say for an hour who somebody is. */
public final class AccessTokens {

    /** How long a token is good for. */
    public static final Duration LIFETIME = Duration.ofHours(1);

    private static final String AUDIENCE = "authenticated";
    private static final int REMEMBERED = 256;

    /** A token that was found good, and until when it is. */
    private record Verified(Caller.Person person, Instant end) {}

    private final ECKey key;
    private final String issuer;
    private final InstantSource clock;
    private final JWSSigner signer;
    private final JWSVerifier verifier;
    // Checking a signature takes as long as half a reward; the same few tokens come with every request.
    private final Map<String, Verified> verified = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Verified> eldest) {
            return size() > REMEMBERED;
        }
    });

    /**
     * @param privateKey a P-256 key as a JWK
     * @param workspace part of what the token says about its issuer
     */
    public AccessTokens(String privateKey, UUID workspace, InstantSource clock) {
        try {
            this.key = ECKey.parse(privateKey);
            this.signer = new ECDSASigner(key);
            this.verifier = new ECDSAVerifier(key.toPublicJWK());
        } catch (ParseException | JOSEException broken) {
            // Without the cause: its message may quote the key.
            throw new IllegalArgumentException("The workspace's token key is damaged");
        }
        // Not the URL: it changes with the port, and a token outlives a restart.
        this.issuer = "urn:reward-desk:" + workspace;
        this.clock = clock;
    }

    /**
     * A token and its end.
     *
     * @param text what the client sends
     * @param expiresAt when it is no longer good
     */
    public record Issued(String text, Instant expiresAt) {

        /** Says nothing of the token. */
        @Override
        public String toString() {
            return "Issued until " + expiresAt;
        }
    }

    /** A new token for this user's session. */
    public Issued issue(UUID user, UUID session, @Nullable String email, boolean anonymous) {
        Instant now = clock.instant();
        Instant end = now.plus(LIFETIME);
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience(AUDIENCE)
                .subject(user.toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(end))
                .claim("role", "authenticated")
                .claim("aal", "aal1")
                .claim("session_id", session.toString())
                .claim("email", email)
                .claim("is_anonymous", anonymous)
                .build();
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .type(JOSEObjectType.JWT)
                        .keyID(key.getKeyID())
                        .build(),
                claims);
        try {
            token.sign(signer);
        } catch (JOSEException impossible) {
            throw new IllegalStateException("A token could not be signed", impossible);
        }
        return new Issued(token.serialize(), end);
    }

    /** Who the token says is calling; empty unless it is ours, whole, for us, and not expired. */
    public Optional<Caller.Person> verify(String text) {
        Verified known = verified.get(text);
        if (known == null) {
            known = verifiedNow(text);
            if (known == null) {
                return Optional.empty();
            }
            verified.put(text, known);
        }
        return known.end().isAfter(clock.instant()) ? Optional.of(known.person()) : Optional.empty();
    }

    private @Nullable Verified verifiedNow(String text) {
        try {
            SignedJWT token = SignedJWT.parse(text);
            JWSHeader header = token.getHeader();
            // The algorithm is ours to choose, never the token's.
            if (!JWSAlgorithm.ES256.equals(header.getAlgorithm())
                    || !String.valueOf(key.getKeyID()).equals(header.getKeyID())
                    || !token.verify(verifier)) {
                return null;
            }
            JWTClaimsSet claims = token.getJWTClaimsSet();
            Date end = claims.getExpirationTime();
            if (end == null
                    || !issuer.equals(claims.getIssuer())
                    || !claims.getAudience().equals(List.of(AUDIENCE))
                    || !"authenticated".equals(claims.getStringClaim("role"))) {
                return null;
            }
            Caller.Person person = new Caller.Person(
                    UUID.fromString(claims.getSubject()),
                    UUID.fromString(claims.getStringClaim("session_id")),
                    claims.toString());
            return new Verified(person, end.toInstant());
        } catch (ParseException | JOSEException | IllegalArgumentException | NullPointerException foreign) {
            return null;
        }
    }

    /** The public key as a JWKS document. */
    public String publicKeys() {
        return new JWKSet(key).toString(true);
    }
}

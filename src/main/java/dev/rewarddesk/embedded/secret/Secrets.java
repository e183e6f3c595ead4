package dev.rewarddesk.embedded.secret;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import dev.rewarddesk.disk.PrivateFiles;
import java.io.IOException;
import java.io.Serial;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;

/**
 * What makes a workspace's backend itself, made once at random and kept in {@code secrets.json}.
 *
 * @param workspaceId names the workspace; part of what tokens say about who issued them
 * @param publishableKey names an app; opens nothing without a user's token
 * @param secretKey a pipeline's key to everything
 * @param ownerEmail whom the local owner signs in as
 * @param ownerPassword what the local owner signs in with
 * @param superuserPassword PostgreSQL's superuser, for the shim alone
 * @param authenticatorPassword the app's own login, without privileges
 * @param authAdminPassword the login that owns the schema {@code auth}
 * @param databaseOwnerPassword the login that owns the data
 * @param tokenKey the private key, as a JWK, that access tokens are signed with (ES256)
 * @param refreshKey what each refresh token's successor is derived with
 * @param signedUrlKey what signed URLs are signed with
 */
public record Secrets(
        UUID workspaceId,
        String publishableKey,
        String secretKey,
        String ownerEmail,
        String ownerPassword,
        String superuserPassword,
        String authenticatorPassword,
        String authAdminPassword,
        String databaseOwnerPassword,
        String tokenKey,
        String refreshKey,
        String signedUrlKey) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    /** The file is there and is not what this program has written. */
    public static final class Damaged extends IOException {
        @Serial
        private static final long serialVersionUID = 1;

        private Damaged(String message) {
            super(message);
        }
    }

    /** New secrets; no two are alike. */
    public static Secrets create() {
        return new Secrets(
                UUID.randomUUID(),
                "sb_publishable_" + random(),
                "sb_secret_" + random(),
                "owner@localhost.localdomain",
                random(),
                random(),
                random(),
                random(),
                random(),
                newTokenKey(),
                random(),
                random());
    }

    /**
     * Reads the file.
     *
     * @throws Damaged when it is not whole
     * @throws IOException when it cannot be read
     */
    public static Secrets read(Path file) throws IOException {
        String text = Files.readString(file);
        try {
            return JSON.readValue(text, Secrets.class);
        } catch (JsonProcessingException broken) {
            // Without the cause: its message quotes the file.
            throw new Damaged(file + " is damaged");
        }
    }

    /** Writes the file, readable by its owner alone. */
    public void write(Path file) throws IOException {
        PrivateFiles.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n");
    }

    /** Says which workspace and no secret. */
    @Override
    public String toString() {
        return "Secrets of workspace " + workspaceId;
    }

    /** 256 random bits in letters that need no quoting in a URL. */
    public static String random() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String newTokenKey() {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyID(UUID.randomUUID().toString())
                    .algorithm(JWSAlgorithm.ES256)
                    .keyUse(KeyUse.SIGNATURE)
                    .generate()
                    .toJSONString();
        } catch (JOSEException impossible) {
            throw new IllegalStateException("This JDK has no P-256", impossible);
        }
    }
}

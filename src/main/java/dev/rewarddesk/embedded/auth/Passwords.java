package dev.rewarddesk.embedded.auth;

import at.favre.lib.crypto.bcrypt.BCrypt;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Passwords as bcrypt. A check takes the same time whether or not the account exists. */
public final class Passwords {

    static final int SHORTEST = 8;
    /** Bcrypt reads no further; counted in bytes. */
    static final int LONGEST = 72;

    private static final int COST = 10;
    private static final String NOBODY = hash("nobody has this password");

    private Passwords() {}

    /** The password as it is kept. */
    public static String hash(String password) {
        return BCrypt.withDefaults().hashToString(COST, password.toCharArray());
    }

    /** Whether this is the password; false for an account without one or that does not exist. */
    static boolean matches(String password, @Nullable String hash) {
        boolean readable = bytes(password) <= LONGEST && canBeTyped(password);
        boolean same = BCrypt.verifyer()
                .verify((readable ? password : "").toCharArray(), hash == null ? NOBODY : hash)
                .verified;
        return same && hash != null && readable;
    }

    /** Whether no two different passwords look the same to bcrypt, which ends at a NUL, or in UTF-8. */
    static boolean canBeTyped(String password) {
        return password.indexOf('\0') < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(password);
    }

    static int bytes(String password) {
        return password.getBytes(StandardCharsets.UTF_8).length;
    }
}

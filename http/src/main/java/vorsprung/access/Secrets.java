package vorsprung.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * Secrets of tokens and their hashes.
 *
 * <p>A secret is 256 random bits, so a plain SHA-256 keeps it: nobody can try that many, and there is nothing that a
 * salt or a slow hash, made for passwords that people choose, would add. A fast hash is also why a request costs next to
 * nothing, and looking a hash up in a map tells an attacker who measures time nothing about a secret.
 */
final class Secrets {
    private static final String PREFIX = "vsp_";
    private static final int BYTES = 32;
    private static final int ID_BYTES = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Secrets() {}

    /** A new secret; the prefix lets scanners of leaked secrets find it. */
    static String create() {
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(random(BYTES));
    }

    static String createId() {
        return HexFormat.of().formatHex(random(ID_BYTES));
    }

    static String hash(String secret) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static byte[] random(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return random;
    }
}

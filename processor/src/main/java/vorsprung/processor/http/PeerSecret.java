package vorsprung.processor.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What instances of one system know and nobody else does: by it they know one another. Never shown. */
public final class PeerSecret {
    static final String HEADER = "Vorsprung-Peer";

    private final Optional<String> secret;

    /**
     * The secret of all instances.
     *
     * @param secret absent where only this machine can reach them
     */
    public PeerSecret(Optional<String> secret) {
        this.secret = secret;
    }

    /** Whether a request brought it; always, where there is none. Takes as long for a near miss as for a wide one. */
    boolean isKnownTo(@Nullable String brought) {
        return secret.map(known -> brought != null && MessageDigest.isEqual(bytes(known), bytes(brought)))
                .orElse(true);
    }

    Optional<String> text() {
        return secret;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "PeerSecret[not shown]";
    }
}

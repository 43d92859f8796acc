package vorsprung.app.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import vorsprung.ingest.file.ImportFile;

/** The market's history that comes with the program: facts published by others, see {@code NOTICE}. */
final class BundledHistory {

    private static final String RESOURCE = "/vorsprung/market-history.jsonl";

    private final byte[] content;

    private BundledHistory(byte[] content) {
        this.content = content;
    }

    static BundledHistory read() {
        try (InputStream in = open()) {
            return new BundledHistory(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the bundled history", e);
        }
    }

    /** A file to import; every line says itself when it was recorded. */
    ImportFile file() {
        return new ImportFile("market-history.jsonl", content.length, Instant.EPOCH, BundledHistory::open);
    }

    /** Tells one content from another. */
    String digest() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static InputStream open() {
        return Objects.requireNonNull(
                BundledHistory.class.getResourceAsStream(RESOURCE), "the history is not on the class path");
    }
}

package vorsprung.ingest.publish.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import vorsprung.ingest.publish.Report;

/**
 * 128 bits of SHA-256 over texts, kept in place of them: short whatever the texts are, and nobody can find two lists of
 * texts that share one.
 */
record Fingerprint(long high, long low) {
    /** How many bytes one is written in. */
    static final int BYTES = 2 * Long.BYTES;

    private static final MessageDigest SHA_256 = sha256();

    /** Of the fact that a report is on. */
    static Fingerprint of(Report report) {
        return of(fresh(), report);
    }

    /** Of the facts that these reports are on, in their order. */
    static List<Fingerprint> ofAll(List<Report> reports) {
        MessageDigest sha = fresh();
        return reports.stream().map(report -> of(sha, report)).toList();
    }

    static Fingerprint of(String... texts) {
        return of(fresh(), texts);
    }

    private static Fingerprint of(MessageDigest sha, Report report) {
        return of(sha, report.type().label(), report.key(), report.eventId());
    }

    /** Leaves the digest as it was before. */
    private static Fingerprint of(MessageDigest sha, String... texts) {
        ByteBuffer length = ByteBuffer.allocate(Integer.BYTES);
        for (String text : texts) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            // The length keeps ("a", "bc") from ("ab", "c").
            sha.update(length.clear().putInt(bytes.length).flip());
            sha.update(bytes);
        }
        return read(ByteBuffer.wrap(sha.digest()));
    }

    /** Of bytes, all that remain. */
    static Fingerprint of(ByteBuffer bytes) {
        MessageDigest sha = fresh();
        sha.update(bytes);
        return read(ByteBuffer.wrap(sha.digest()));
    }

    /**
     * The next one in these bytes.
     *
     * @throws java.nio.BufferUnderflowException if they end within it
     */
    static Fingerprint read(ByteBuffer bytes) {
        return new Fingerprint(bytes.getLong(), bytes.getLong());
    }

    void write(ByteBuffer bytes) {
        bytes.putLong(high).putLong(low);
    }

    // To look for its provider takes longer than to use it.
    private static MessageDigest fresh() {
        try {
            return (MessageDigest) SHA_256.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the SHA-256 of every JDK can be copied", e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** As a record key. */
    String text() {
        return String.format("%016x%016x", high, low);
    }
}

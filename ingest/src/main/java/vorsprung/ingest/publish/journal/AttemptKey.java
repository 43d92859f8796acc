package vorsprung.ingest.publish.journal;

/** An {@code Idempotency-Key} of one caller; another caller's same key is another one. */
public record AttemptKey(String caller, String key) {
    Fingerprint fingerprint() {
        return Fingerprint.of(caller, key);
    }
}

package vorsprung.processor.query;

/**
 * A partition of a store that a question needs and nobody answers for now.
 *
 * @param reason who was asked, and why there was no answer
 */
public record Missing(String store, int partition, String reason) {
    @Override
    public String toString() {
        return "partition " + partition + " of store " + store + " cannot be asked: " + reason;
    }
}

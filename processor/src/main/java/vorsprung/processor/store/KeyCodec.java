package vorsprung.processor.store;

/** How the keys of a timeline are written so that the order of the bytes is the order of the keys. */
public interface KeyCodec<K> {

    /** Writes the key. */
    void write(KeyWriter writer, K key);

    /** Reads a key. */
    K read(KeyReader reader);
}

package vorsprung.processor.store;

/** A store of bytes ordered by unsigned comparison of its keys. */
public interface WritableStore extends ReadableStore {

    /** Sets the value at the key. */
    void put(byte[] key, byte[] value);

    /** Removes the key, if it is there. */
    void remove(byte[] key);
}

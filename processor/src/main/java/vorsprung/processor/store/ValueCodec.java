package vorsprung.processor.store;

/** How the values of a timeline are written. */
public interface ValueCodec<V> {

    /** The value as bytes. */
    byte[] write(V value);

    /** The value of the bytes, whichever version of its schema wrote them. */
    V read(byte[] bytes);
}

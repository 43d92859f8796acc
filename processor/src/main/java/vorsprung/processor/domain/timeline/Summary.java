package vorsprung.processor.domain.timeline;

/**
 * What a stretch of a timeline amounts to: sums, maxima, the last of something. Joining is associative.
 *
 * @param <S> the summary itself
 */
public interface Summary<S extends Summary<S>> {

    /** The summary of this stretch and the one right after it. */
    S then(S later);
}

package vorsprung.processor.domain.valuation;

import vorsprung.processor.domain.fact.CompanyFact;
import vorsprung.processor.domain.fact.Place;

/**
 * Names a fact among all facts of a company, in the order of their places.
 *
 * @param place the fact's place
 * @param kind what kind of fact it is
 */
public record FactKey(Place place, CompanyFact.Kind kind) implements Comparable<FactKey> {

    /** The bound before every fact at or after this place. */
    static FactKey startOf(Place place) {
        return new FactKey(place, CompanyFact.Kind.FUNDING_ROUND);
    }

    @Override
    public int compareTo(FactKey other) {
        int byPlace = place.compareTo(other.place);
        return byPlace != 0 ? byPlace : kind.compareTo(other.kind);
    }
}

package vorsprung.processor.domain.fact;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A funding round in force. Amounts are whole US dollars, absent when unknown.
 *
 * @param place when it was so, when it was known, and its eventId
 * @param label the round in the source's words
 * @param kind what was sold
 * @param status how far it has come
 * @param amountUsd amount of the round
 * @param preMoneyValuationUsd valuation before the money
 * @param postMoneyValuationUsd valuation with the money
 * @param trancheOf eventId of the round that this says it pays part of
 */
public record Round(
        Place place,
        @Nullable String label,
        Kind kind,
        Status status,
        @Nullable Long amountUsd,
        @Nullable Long preMoneyValuationUsd,
        @Nullable Long postMoneyValuationUsd,
        @Nullable String trancheOf) {

    /** What was sold. */
    public enum Kind {
        EQUITY,
        CONVERTIBLE,
        DEBT,
        TENDER,
        SECONDARY,
        GRANT,
        ACQUISITION,
        PUBLIC_MARK;

        /** Whether money went to the company and was no loan. */
        public boolean isPrimary() {
            return this == EQUITY || this == CONVERTIBLE || this == GRANT;
        }
    }

    /** How far a round has come. */
    public enum Status {
        RUMORED,
        ANNOUNCED,
        CLOSED
    }

    /** Post-money, else pre-money and amount when both are known; whole US dollars. */
    public OptionalLong valuationUsd() {
        if (postMoneyValuationUsd != null) {
            return OptionalLong.of(postMoneyValuationUsd);
        }
        if (preMoneyValuationUsd != null && amountUsd != null) {
            return OptionalLong.of(Dollars.sum(preMoneyValuationUsd, amountUsd));
        }
        return OptionalLong.empty();
    }

    /** The amount, an unknown one counted as nothing. */
    public long amountOrNothingUsd() {
        return amountUsd == null ? 0 : amountUsd;
    }

    /** The round that this one is kept together with: the one it says it pays part of, else itself. */
    public String groupId() {
        return trancheOf == null ? place.eventId() : trancheOf;
    }
}

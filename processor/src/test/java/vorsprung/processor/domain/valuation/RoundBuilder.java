package vorsprung.processor.domain.valuation;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vorsprung.processor.domain.fact.CompanyFact;
import vorsprung.processor.domain.fact.Dates;
import vorsprung.processor.domain.fact.Place;
import vorsprung.processor.domain.fact.Round;
import vorsprung.processor.domain.fact.Round.Kind;
import vorsprung.processor.domain.fact.Round.Status;

/** Builds rounds: a closed equity round of unknown amount and valuation, known when it occurred, unless told otherwise. */
final class RoundBuilder {
    private final String eventId;
    private final Instant occurredAt;
    private Instant recordedAt;
    private Kind kind = Kind.EQUITY;
    private Status status = Status.CLOSED;
    private @Nullable Long amountUsd;
    private @Nullable Long preMoneyUsd;
    private @Nullable Long postMoneyUsd;
    private @Nullable String trancheOf;

    private RoundBuilder(String eventId, Instant occurredAt) {
        this.eventId = eventId;
        this.occurredAt = occurredAt;
        this.recordedAt = occurredAt;
    }

    static RoundBuilder aRound(String eventId, String date) {
        return new RoundBuilder(eventId, Dates.start(date));
    }

    RoundBuilder of(Kind value) {
        kind = value;
        return this;
    }

    RoundBuilder known(String date) {
        recordedAt = Dates.start(date);
        return this;
    }

    RoundBuilder announced() {
        status = Status.ANNOUNCED;
        return this;
    }

    RoundBuilder rumored() {
        status = Status.RUMORED;
        return this;
    }

    RoundBuilder raising(long usd) {
        amountUsd = usd;
        return this;
    }

    RoundBuilder before(long usd) {
        preMoneyUsd = usd;
        return this;
    }

    RoundBuilder at(long usd) {
        postMoneyUsd = usd;
        return this;
    }

    RoundBuilder paying(String roundId) {
        trancheOf = roundId;
        return this;
    }

    CompanyFact build() {
        Place place = new Place(occurredAt, recordedAt, eventId);
        return new CompanyFact.Funding(
                Optional.empty(),
                new Round(place, null, kind, status, amountUsd, preMoneyUsd, postMoneyUsd, trancheOf));
    }
}

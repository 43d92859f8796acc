package vorsprung.processor.domain.valuation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vorsprung.processor.domain.fact.Evidence;
import vorsprung.processor.domain.fact.Place;
import vorsprung.processor.domain.fact.Round;

/** Reads the figures of a company, as of one valid time, out of its book. Defined in the design, section 2. */
public final class Appraisal {
    private final String companyId;
    private final CompanyBook book;
    private final Instant asOf;
    private final RoundSummary rounds;
    private final Map<String, Evidence> evidence = new LinkedHashMap<>();

    /** The appraisal of this company as of this valid time. */
    public Appraisal(String companyId, CompanyBook book, Instant asOf) {
        this.companyId = companyId;
        this.book = book;
        this.asOf = asOf;
        this.rounds = book.rounds().asOf(asOf);
    }

    /** The figures; empty when no funding, usage or financial fact of the company is in force. */
    public Optional<Company> company() {
        return book.isListed(asOf) ? Optional.of(appraise()) : Optional.empty();
    }

    private Company appraise() {
        @Nullable Mark last = rounds.last();
        @Nullable Mark peak = rounds.peak();
        @Nullable Long burn = reading(Readings.BURN);
        @Nullable Long revenue = reading(Readings.REVENUE);
        @Nullable Long cash = reading(Readings.CASH);
        new RoundEvidence(book.rounds(), rounds, asOf).addTo(evidence);
        return new Company(
                companyId,
                book.name(asOf).orElse(companyId),
                last == null ? null : last.usd(),
                last == null ? null : last.place().occurredAt(),
                rounds.raisedUsd(),
                rounds.announcedUsd(),
                rounds.debtUsd(),
                rounds.rounds(),
                ratio("stepUp", last, rounds.previous()),
                ratio("yearOverYearMultiple", last, aYearBefore(last)),
                peak == null ? null : peak.usd(),
                drawdown(last, peak),
                talks(last),
                burn,
                revenue,
                cash,
                runway(),
                revenueMultiple(last, revenue),
                usage(),
                evidence);
    }

    private @Nullable Mark aYearBefore(@Nullable Mark last) {
        if (last == null) {
            return null;
        }
        Instant yearBefore =
                last.place().occurredAt().atZone(ZoneOffset.UTC).minusYears(1).toInstant();
        return book.rounds().asOf(yearBefore).last();
    }

    private @Nullable Double ratio(String figure, @Nullable Mark dividend, @Nullable Mark divisor) {
        if (dividend == null || divisor == null) {
            return null;
        }
        Double ratio = dividend.dividedBy(divisor);
        if (ratio != null) {
            prove(figure, dividend, divisor);
        }
        return ratio;
    }

    private @Nullable Double drawdown(@Nullable Mark last, @Nullable Mark peak) {
        if (last != null && peak != null) {
            prove("valuationUsd", last);
            prove("valuationAt", last);
            prove("peakValuationUsd", peak);
        }
        Double ofPeak = ratio("drawdown", last, peak);
        return ofPeak == null ? null : 1 - ofPeak;
    }

    private Company.@Nullable Talks talks(@Nullable Mark last) {
        Optional<Round> talks = book.rounds()
                .lastTalks(asOf)
                .filter(round -> last == null
                        || round.place().occurredAt().isAfter(last.place().occurredAt()));
        if (talks.isEmpty()) {
            return null;
        }
        Round round = talks.get();
        evidence.put("talks", Evidence.of(List.of(round.place().eventId())));
        return new Company.Talks(
                round.amountUsd(),
                round.valuationUsd().isPresent() ? round.valuationUsd().getAsLong() : null,
                round.place().occurredAt());
    }

    private @Nullable Long reading(String figure) {
        Optional<Entry<ReadingKey, Reading>> newest = book.readings().newest(figure, asOf);
        newest.ifPresent(entry ->
                evidence.put(figure, Evidence.of(List.of(entry.getKey().place().eventId()))));
        return newest.map(entry -> entry.getValue().value()).orElse(null);
    }

    private @Nullable BigDecimal runway() {
        Optional<Runway> runway = Runway.of(book, asOf);
        runway.ifPresent(known -> prove("runwayMonths", known.cash(), known.burn()));
        return runway.map(Runway::months).orElse(null);
    }

    private Optional<Mark> newestMark(String figure) {
        return book.readings()
                .newest(figure, asOf)
                .map(entry -> new Mark(entry.getKey().place(), entry.getValue().value()));
    }

    private @Nullable Double revenueMultiple(@Nullable Mark last, @Nullable Long revenue) {
        if (revenue == null) {
            return null;
        }
        return ratio("revenueMultiple", last, newestMark(Readings.REVENUE).orElse(null));
    }

    private List<Company.Use> usage() {
        List<Company.Use> usage = new ArrayList<>();
        List<String> eventIds = new ArrayList<>();
        for (Entry<ReadingKey, Reading> newest : book.readings().newestOfEachProduct(asOf)) {
            ReadingKey key = newest.getKey();
            Reading reading = newest.getValue();
            usage.add(new Company.Use(
                    key.product(),
                    key.figure(),
                    reading.value(),
                    reading.atLeast(),
                    key.place().occurredAt()));
            eventIds.add(key.place().eventId());
        }
        if (!eventIds.isEmpty()) {
            evidence.put("usage", Evidence.of(eventIds));
        }
        return usage;
    }

    private void prove(String figure, Mark... marks) {
        List<String> eventIds = Stream.of(marks)
                .filter(Objects::nonNull)
                .map(Mark::place)
                .map(Place::eventId)
                .distinct()
                .toList();
        evidence.put(figure, Evidence.of(eventIds));
    }
}

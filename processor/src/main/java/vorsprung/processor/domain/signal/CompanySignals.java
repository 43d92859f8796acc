package vorsprung.processor.domain.signal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vorsprung.processor.domain.fact.Place;
import vorsprung.processor.domain.valuation.BookChange.Stretch;
import vorsprung.processor.domain.valuation.CompanyBook;
import vorsprung.processor.domain.valuation.Mark;
import vorsprung.processor.domain.valuation.RoundSummary;
import vorsprung.processor.domain.valuation.Runway;

/** The signals that a company's book gives cause for. */
public final class CompanySignals {

    /** What a valuation gives cause for. */
    public static final Set<Signal.Type> STEPS = Set.of(Signal.Type.VALUATION_STEP_UP, Signal.Type.DOWN_ROUND);

    /** What a report of burn or cash gives cause for. */
    public static final Set<Signal.Type> RUNWAYS = Set.of(Signal.Type.RUNWAY_SHORT);

    private final Thresholds thresholds;

    public CompanySignals(Thresholds thresholds) {
        this.thresholds = thresholds;
    }

    /** The valuations of this stretch that are a step up or down from the one before. */
    public List<Signal> steps(String companyId, CompanyBook book, Stretch where) {
        List<Signal> signals = new ArrayList<>();
        for (Instant at : book.rounds().valuedInstants(where.from(), where.to())) {
            step(companyId, book.rounds().asOf(at), at).ifPresent(signals::add);
        }
        return signals;
    }

    /** The reports of burn or cash in this stretch as of which the runway is short. */
    public List<Signal> runways(String companyId, CompanyBook book, Stretch where) {
        Map<String, Place> causes = new LinkedHashMap<>();
        book.runwayReports(where).forEach(place -> causes.put(place.eventId(), place));
        return runways(companyId, book, causes.values());
    }

    private Optional<Signal> step(String companyId, RoundSummary rounds, Instant at) {
        Mark last = rounds.last();
        Mark previous = rounds.previous();
        if (last == null || previous == null || previous.usd() == 0) {
            return Optional.empty();
        }
        if (!last.place().occurredAt().equals(at)) {
            return Optional.empty();
        }
        double stepUp = (double) last.usd() / previous.usd();
        if (stepUp >= thresholds.stepUp()) {
            return Optional.of(step(Signal.Type.VALUATION_STEP_UP, companyId, last, previous));
        }
        return stepUp < 1 ? Optional.of(step(Signal.Type.DOWN_ROUND, companyId, last, previous)) : Optional.empty();
    }

    private static Signal step(Signal.Type type, String companyId, Mark last, Mark previous) {
        return new Signal(
                type,
                companyId,
                last.place().eventId(),
                last.place().occurredAt(),
                (double) last.usd(),
                (double) previous.usd(),
                null,
                Stream.of(last, previous).map(mark -> mark.place().eventId()).toList());
    }

    private List<Signal> runways(String companyId, CompanyBook book, Collection<Place> causes) {
        List<Signal> signals = new ArrayList<>();
        for (Place cause : causes) {
            Runway.of(book, cause.occurredAt())
                    .filter(runway -> runway.months().doubleValue() < thresholds.runwayMonths())
                    .map(runway -> shortRunway(companyId, cause, runway))
                    .ifPresent(signals::add);
        }
        return signals;
    }

    private static Signal shortRunway(String companyId, Place cause, Runway runway) {
        return new Signal(
                Signal.Type.RUNWAY_SHORT,
                companyId,
                cause.eventId(),
                cause.occurredAt(),
                runway.months().doubleValue(),
                null,
                null,
                Stream.of(runway.cash(), runway.burn())
                        .map(mark -> mark.place().eventId())
                        .distinct()
                        .toList());
    }
}

package vorsprung.processor.topology;

import static vorsprung.processor.domain.signal.CompanySignals.RUNWAYS;
import static vorsprung.processor.domain.signal.CompanySignals.STEPS;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vorsprung.processor.domain.signal.CompanySignals;
import vorsprung.processor.domain.signal.Found;
import vorsprung.processor.domain.signal.Signal;
import vorsprung.processor.domain.signal.SignalBook;
import vorsprung.processor.domain.signal.Thresholds;
import vorsprung.processor.domain.valuation.BookChange;
import vorsprung.processor.domain.valuation.CompanyBook;
import vorsprung.processor.domain.valuation.Headline;
import vorsprung.processor.report.MarketFacts;
import vorsprung.processor.report.Only;
import vorsprung.processor.store.Books;
import vorsprung.processor.store.Noted;
import vorsprung.processor.store.Timelines;
import vorsprung.processor.store.WritableStore;
import vorsprung.processor.topology.Findings.Crossing;
import vorsprung.processor.topology.Findings.Figure;
import vorsprung.topic.EventType;

/** Keeps the books of companies. */
final class CompanyDesk implements Desk {
    private final CompanySignals signals;

    CompanyDesk(Thresholds thresholds) {
        this.signals = new CompanySignals(thresholds);
    }

    /** A claim whose retraction came first was in force at an earlier knowledge time. */
    @Override
    public void note(EventType type, String subject, WritableStore timelines) {
        if (type == EventType.LEAD_CLAIM) {
            Timelines.CLAIMED.of(subject, timelines).put(Only.ENTRY, new Noted());
        }
    }

    @Override
    public Findings settle(Case changed) {
        CompanyBook book = Books.company(changed.subject(), changed.timelines());
        if (isBeside(changed)) {
            change(book, changed);
            return Findings.ofThePast(changed.from()).crossing(claims(changed));
        }
        Map<String, Object> before = Headline.of(book, changed.foundAt());
        BookChange change = change(book, changed);
        Map<String, Object> after = Headline.of(book, changed.foundAt());
        return new Findings(signals(changed, book, change), FigureChange.between(before, after, change.from()));
    }

    /** Usage and claims are in no headline and give cause for no signal: what rests on rounds and books stays. */
    private static boolean isBeside(Case changed) {
        return switch (changed.type()) {
            case USAGE_REPORT, LEAD_CLAIM -> true;
            default -> false;
        };
    }

    /** A claim stands beside the measured Vorsprung of every benchmark. */
    private static List<Crossing> claims(Case changed) {
        return changed.type() == EventType.LEAD_CLAIM
                ? List.of(new Crossing(Figure.CLAIMS, changed.from()))
                : List.of();
    }

    private static BookChange change(CompanyBook book, Case changed) {
        return book.change(
                changed.outcome().before().map(MarketFacts::company),
                changed.outcome().after().map(MarketFacts::company));
    }

    private List<Found> signals(Case changed, CompanyBook book, BookChange change) {
        SignalBook told = new SignalBook(Timelines.SIGNALS.of(changed.subject(), changed.timelines()));
        List<Found> found = new ArrayList<>();
        change.valuations().ifPresent(where -> {
            List<Signal> steps = signals.steps(changed.subject(), book, where);
            found.addAll(told.settle(STEPS, where.from(), where.to(), steps, changed.foundAt()));
        });
        change.runways().ifPresent(where -> {
            List<Signal> runways = signals.runways(changed.subject(), book, where);
            found.addAll(told.settle(RUNWAYS, where.from(), where.to(), runways, changed.foundAt()));
        });
        return found;
    }
}

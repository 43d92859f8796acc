package vorsprung.processor.domain.valuation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import vorsprung.processor.domain.signal.CompanySignals;
import vorsprung.processor.domain.signal.Found;
import vorsprung.processor.domain.signal.Signal;
import vorsprung.processor.domain.signal.SignalBook;
import vorsprung.processor.domain.signal.SignalKey;
import vorsprung.processor.domain.signal.Thresholds;
import vorsprung.processor.domain.timeline.MemoryTimeline;
import vorsprung.processor.domain.valuation.BookChange.Stretch;
import vorsprung.processor.domain.valuation.RandomCompanies.Change;

/** Judging again only where a change says so finds the signals that judging all of time finds. */
class SignalsOfChangesPropertyTest {
    private static final String COMPANY = "openai";
    private static final Instant FOUND_AT = Instant.parse("2025-04-01T00:00:00Z");
    private static final Stretch EVER =
            new Stretch(Instant.parse("2000-01-01T00:00:00Z"), Instant.parse("2100-01-01T00:00:00Z"));

    private final CompanySignals signals = new CompanySignals(Thresholds.DEFAULT);

    @Provide
    Arbitrary<List<Change>> changes() {
        return RandomCompanies.changes();
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void nothingElseNeedBeJudgedAgain(@ForAll("changes") List<Change> changes) {
        CompanyBook book = new CompanyBook(CompanyBook.Timelines.onHeap());
        MemoryTimeline<SignalKey, Found> told = new MemoryTimeline<>();

        RandomCompanies.apply(changes, book, change -> settle(book, new SignalBook(told), change));

        assertThat(standing(told))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(signals.steps(COMPANY, book, EVER), signals.runways(COMPANY, book, EVER))
                                .flatMap(List::stream)
                                .toList());
    }

    private void settle(CompanyBook book, SignalBook told, BookChange change) {
        change.valuations()
                .ifPresent(where -> told.settle(
                        CompanySignals.STEPS, where.from(), where.to(), signals.steps(COMPANY, book, where), FOUND_AT));
        change.runways()
                .ifPresent(where -> told.settle(
                        CompanySignals.RUNWAYS,
                        where.from(),
                        where.to(),
                        signals.runways(COMPANY, book, where),
                        FOUND_AT));
    }

    private static List<Signal> standing(MemoryTimeline<SignalKey, Found> told) {
        return Stream.iterate(
                        told.first(),
                        Optional::isPresent,
                        next -> told.ceiling(after(next.orElseThrow().getKey())))
                .flatMap(Optional::stream)
                .map(entry -> entry.getValue())
                .filter(found -> !found.withdrawn())
                .map(Found::signal)
                .toList();
    }

    private static SignalKey after(SignalKey key) {
        return new SignalKey(key.occurredAt(), key.signalId() + '\0');
    }
}

package vorsprung.processor.domain.lead;

import static vorsprung.processor.domain.lead.ResultBuilder.day;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vorsprung.processor.domain.fact.Result;
import vorsprung.processor.domain.timeline.Cursor;
import vorsprung.processor.domain.timeline.MemoryTimeline;

/** A race on the heap, asked in dates, each of which means its midnight. */
final class RaceFixture {
    final RaceBook book = new RaceBook(new MemoryTimeline<>(), new MemoryTimeline<>(), new MemoryTimeline<>());

    static RaceFixture raceOf(Result... results) {
        RaceFixture race = new RaceFixture();
        for (Result result : results) {
            race.add(result);
        }
        return race;
    }

    /** What was told of a change, as {@code date: leader before -> leader after}. */
    List<String> add(Result result) {
        return change(null, result);
    }

    List<String> retract(Result result) {
        return change(result, null);
    }

    List<String> change(@Nullable Result before, @Nullable Result after) {
        List<String> told = new ArrayList<>();
        book.change(
                Optional.ofNullable(before),
                Optional.ofNullable(after),
                (at, old, now) -> told.add(at.toString().substring(0, 10) + ": " + leader(old) + " -> " + leader(now)));
        return told;
    }

    RaceView asOf(String date) {
        return book.history().asOf(day(date));
    }

    Standing standingAsOf(String date) {
        return asOf(date).standing().orElseThrow();
    }

    BenchmarkFigures figuresAsOf(String date) {
        return asOf(date).figures().orElseThrow();
    }

    List<LeadWindow> leadsAsOf(String date) {
        return all(asOf(date).leads(null));
    }

    List<FrontierRecord> recordsAsOf(String date) {
        return all(asOf(date).records(null));
    }

    List<CompetitiveWindow> windowsAsOf(String date, WindowSize size) {
        return all(asOf(date).windows(size, null, null));
    }

    static <T> List<T> all(Cursor<T> cursor) {
        List<T> items = new ArrayList<>();
        try (cursor) {
            cursor.forEachRemaining(items::add);
        }
        return items;
    }

    private static String leader(Optional<Standing> standing) {
        return standing.map(Standing::leader)
                .map(leader -> leader.contestant() + " " + leader.score())
                .orElse("none");
    }
}

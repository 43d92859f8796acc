package vorsprung.processor.domain.lead;

import java.time.Instant;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vorsprung.processor.domain.timeline.Cursor;

/**
 * Frontier records one after the other, read off the standings as of an instant. Records are matched in the order they
 * were set, so a second cursor over the same standings, which runs ahead to the catch-ups, never goes back.
 */
final class FrontierRecords implements Cursor<FrontierRecord> {
    private final Cursor<Map.Entry<Instant, Standing>> standings;
    private final Cursor<Map.Entry<Instant, Standing>> ahead;
    private final Direction direction;
    private final Instant asOf;
    private @Nullable Standing record;
    private @Nullable Standing catching;

    FrontierRecords(
            Cursor<Map.Entry<Instant, Standing>> standings,
            Cursor<Map.Entry<Instant, Standing>> ahead,
            Direction direction,
            Instant asOf) {
        this.standings = standings;
        this.ahead = ahead;
        this.direction = direction;
        this.asOf = asOf;
        this.record = nextRecord();
        this.catching = nextAhead();
    }

    @Override
    public boolean hasNext() {
        return record != null;
    }

    @Override
    public FrontierRecord next() {
        if (record == null) {
            throw new NoSuchElementException("no record after the last one");
        }
        FrontierRecord next = FrontierRecord.of(record.leader(), catcher(record), asOf);
        record = nextRecord();
        return next;
    }

    @Override
    public void close() {
        try (standings) {
            ahead.close();
        }
    }

    private Optional<Entry> catcher(Standing matched) {
        if (matched.tiedBy() != null) {
            return Optional.of(matched.tiedBy());
        }
        while (catching != null && !catching.matches(matched, direction)) {
            catching = nextAhead();
        }
        return Optional.ofNullable(catching).map(Standing::caught).map(Caught::by);
    }

    private @Nullable Standing nextRecord() {
        while (standings.hasNext()) {
            Standing standing = standings.next().getValue();
            if (standing.isRecord()) {
                return standing;
            }
        }
        return null;
    }

    private @Nullable Standing nextAhead() {
        return ahead.hasNext() ? ahead.next().getValue() : null;
    }
}

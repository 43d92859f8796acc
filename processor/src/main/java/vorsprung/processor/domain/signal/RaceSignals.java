package vorsprung.processor.domain.signal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vorsprung.processor.domain.lead.Entry;
import vorsprung.processor.domain.lead.Standing;

/** The signals that a standing of a race gives cause for. */
public final class RaceSignals {
    private static final double DAY_MS = Duration.ofDays(1).toMillis();

    private final Thresholds thresholds;

    public RaceSignals(Thresholds thresholds) {
        this.thresholds = thresholds;
    }

    /** The signals of one standing, which holds all that they rest on. */
    public List<Signal> of(String benchmarkId, Standing standing) {
        List<Signal> signals = new ArrayList<>();
        if (standing.isLeadChange()) {
            signals.add(leadChange(benchmarkId, standing));
        }
        if (standing.caught() != null) {
            Entry by = standing.caught().by();
            double lagDays = days(standing.caught().from(), standing.at());
            signals.add(caughtUp(benchmarkId, standing.caught().contestant(), by, lagDays, standing.at()));
        }
        if (standing.tiedBy() != null) {
            String record = standing.leader().contestant();
            signals.add(caughtUp(benchmarkId, record, standing.tiedBy(), 0, standing.at()));
        }
        compression(benchmarkId, standing).ifPresent(signals::add);
        return signals;
    }

    private static Signal leadChange(String benchmarkId, Standing standing) {
        String predecessor = standing.lead().predecessor();
        Entry rival = standing.rival();
        return new Signal(
                Signal.Type.LEAD_CHANGED,
                benchmarkId,
                standing.at() + ":" + standing.leader().contestant(),
                standing.at(),
                standing.leader().score(),
                rival == null ? null : rival.score(),
                standing.leader().contestant() + " leads, after " + predecessor,
                List.of(standing.leader().eventId()));
    }

    private static Signal caughtUp(String benchmarkId, String record, Entry by, double lagDays, Instant at) {
        return new Signal(
                Signal.Type.CAUGHT_UP,
                benchmarkId,
                at + ":" + record + ":" + by.companyId(),
                at,
                lagDays,
                null,
                by.companyId() + " caught up with " + record,
                List.of(by.eventId()));
    }

    private Optional<Signal> compression(String benchmarkId, Standing standing) {
        Optional<Double> now = standing.vorsprungDays();
        Optional<Double> before = standing.vorsprungDaysBefore();
        boolean fell = now.filter(days -> days < thresholds.compressedDays()).isPresent()
                && before.filter(days -> days >= thresholds.compressedDays()).isPresent();
        return fell
                ? Optional.of(new Signal(
                        Signal.Type.LEAD_COMPRESSED,
                        benchmarkId,
                        standing.at().toString(),
                        standing.at(),
                        now.get(),
                        before.get(),
                        null,
                        List.of(standing.leader().eventId())))
                : Optional.empty();
    }

    private static double days(Instant from, Instant to) {
        return Math.round(Duration.between(from, to).toMillis() / DAY_MS * 10) / 10.0;
    }
}

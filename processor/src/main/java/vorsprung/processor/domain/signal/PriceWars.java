package vorsprung.processor.domain.signal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map.Entry;
import java.util.Set;
import vorsprung.processor.domain.timeline.Cursor;
import vorsprung.processor.domain.timeline.Timeline;

/**
 * Price wars: several price cuts worth an alert, by several companies, within a month. One signal each time that
 * becomes true.
 */
public final class PriceWars {
    /** A price war is the whole market's. */
    public static final String SUBJECT = "market";

    private final Timeline<SignalKey, PriceCut> cuts;
    private final Thresholds thresholds;

    public PriceWars(Timeline<SignalKey, PriceCut> cuts, Thresholds thresholds) {
        this.cuts = cuts;
        this.thresholds = thresholds;
    }

    /**
     * A price cut worth an alert.
     *
     * @param companyId whose model became cheaper
     * @param eventId the price that did it
     */
    public record PriceCut(String companyId, String eventId) {}

    /** How long after a cut it can still make a war. */
    public Instant mattersUntil(Instant cut) {
        return cut.plus(thresholds.warSpan());
    }

    /** The wars that began from one valid time to another, both inclusive. */
    public List<Signal> between(Instant from, Instant to) {
        List<Signal> wars = new ArrayList<>();
        read(from, to).stream().map(cut -> cut.getKey().occurredAt()).distinct().forEach(at -> {
            Instant earliest = at.minus(thresholds.warSpan());
            if (!isWar(earliest, startOf(at)) && isWar(earliest, endOf(at))) {
                wars.add(war(at, read(earliest, at)));
            }
        });
        return wars;
    }

    /** Looks back only until there are enough cuts, since in a busy market most of a month's are not needed. */
    private boolean isWar(Instant from, SignalKey before) {
        Set<String> companies = new HashSet<>();
        int seen = 0;
        try (Cursor<Entry<SignalKey, PriceCut>> newest = cuts.descending(startOf(from), before)) {
            while (newest.hasNext()) {
                seen++;
                companies.add(newest.next().getValue().companyId());
                if (seen >= thresholds.warCuts() && companies.size() >= thresholds.warCompanies()) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Signal war(Instant at, List<Entry<SignalKey, PriceCut>> window) {
        return new Signal(
                Signal.Type.PRICE_WAR,
                SUBJECT,
                at.toString(),
                at,
                (double) window.size(),
                null,
                null,
                window.stream()
                        .map(cut -> cut.getValue().eventId())
                        .distinct()
                        .limit(100)
                        .toList());
    }

    private List<Entry<SignalKey, PriceCut>> read(Instant from, Instant to) {
        List<Entry<SignalKey, PriceCut>> window = new ArrayList<>();
        try (Cursor<Entry<SignalKey, PriceCut>> cursor = cuts.ascending(startOf(from), endOf(to))) {
            cursor.forEachRemaining(window::add);
        }
        return window;
    }

    private static SignalKey startOf(Instant at) {
        return new SignalKey(at, "");
    }

    private static SignalKey endOf(Instant at) {
        return new SignalKey(at.plusMillis(1), "");
    }
}

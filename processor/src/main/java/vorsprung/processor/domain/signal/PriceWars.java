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
        List<Entry<SignalKey, PriceCut>> since = read(from, to);
        int end = 0;
        while (end < since.size()) {
            int start = end;
            Instant at = since.get(start).getKey().occurredAt();
            while (end < since.size() && since.get(end).getKey().occurredAt().equals(at)) {
                end++;
            }
            Instant earliest = at.minus(thresholds.warSpan());
            if (!isWar(earliest, from, since.subList(0, start)) && isWar(earliest, from, since.subList(0, end))) {
                wars.add(war(at, read(earliest, at)));
            }
        }
        return wars;
    }

    /**
     * Whether these cuts and those before them make a war. Looks back only until there are enough, since in a busy market
     * most of a month's are not needed.
     *
     * @param earliest from when on they count
     * @param from when the cuts that were read begin
     */
    private boolean isWar(Instant earliest, Instant from, List<Entry<SignalKey, PriceCut>> since) {
        Tally tally = new Tally();
        for (int i = since.size() - 1; i >= 0; i--) {
            Entry<SignalKey, PriceCut> cut = since.get(i);
            if (cut.getKey().occurredAt().isBefore(earliest)) {
                return false;
            }
            if (tally.isEnoughWith(cut.getValue())) {
                return true;
            }
        }
        return earliest.isBefore(from) && isWar(tally, earliest, from);
    }

    private boolean isWar(Tally tally, Instant earliest, Instant before) {
        try (Cursor<Entry<SignalKey, PriceCut>> newest = cuts.descending(startOf(earliest), startOf(before))) {
            while (newest.hasNext()) {
                if (tally.isEnoughWith(newest.next().getValue())) {
                    return true;
                }
            }
        }
        return false;
    }

    /** What was counted of one window. */
    private final class Tally {
        private final Set<String> companies = new HashSet<>();
        private int seen;

        boolean isEnoughWith(PriceCut cut) {
            seen++;
            companies.add(cut.companyId());
            return seen >= thresholds.warCuts() && companies.size() >= thresholds.warCompanies();
        }
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

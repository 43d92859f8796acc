package vorsprung.processor.domain.signal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map.Entry;
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
            List<Entry<SignalKey, PriceCut>> window = read(at.minus(thresholds.warSpan()), at);
            boolean before = isWar(window.stream()
                    .filter(cut -> cut.getKey().occurredAt().isBefore(at))
                    .toList());
            if (isWar(window) && !before) {
                wars.add(war(at, window));
            }
        });
        return wars;
    }

    private boolean isWar(List<Entry<SignalKey, PriceCut>> window) {
        long companies = window.stream()
                .map(cut -> cut.getValue().companyId())
                .distinct()
                .count();
        return window.size() >= thresholds.warCuts() && companies >= thresholds.warCompanies();
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
        try (Cursor<Entry<SignalKey, PriceCut>> cursor =
                cuts.ascending(new SignalKey(from, ""), new SignalKey(to.plusMillis(1), ""))) {
            cursor.forEachRemaining(window::add);
        }
        return window;
    }
}

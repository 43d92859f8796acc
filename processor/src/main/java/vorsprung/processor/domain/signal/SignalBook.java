package vorsprung.processor.domain.signal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map.Entry;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vorsprung.processor.domain.timeline.Cursor;
import vorsprung.processor.domain.timeline.Timeline;

/** The signals of one subject, so that each is told once, and withdrawn when its cause is gone. */
public final class SignalBook {
    private final Timeline<SignalKey, Found> signals;

    public SignalBook(Timeline<SignalKey, Found> signals) {
        this.signals = signals;
    }

    /**
     * Takes the signals of a stretch of valid time as they now are, both ends inclusive.
     *
     * @param now all that there is cause for in that stretch
     * @param foundAt the wall clock, as the record that brought the change has it
     * @return what is to be told: new signals, those that say something else now, and those withdrawn
     */
    public List<Found> settle(Instant from, Instant to, List<Signal> now, Instant foundAt) {
        return settle(EnumSet.allOf(Signal.Type.class), from, to, now, foundAt);
    }

    /**
     * The same for signals of some types; others of that stretch stay as they are.
     *
     * @param now all of these types that there is cause for in that stretch
     */
    public List<Found> settle(Set<Signal.Type> types, Instant from, Instant to, List<Signal> now, Instant foundAt) {
        NavigableMap<SignalKey, Signal> wanted = new TreeMap<>();
        now.forEach(signal -> wanted.put(SignalKey.of(signal), signal));
        List<Found> told = new ArrayList<>();
        for (Entry<SignalKey, Found> known : known(types, from, to)) {
            @Nullable Signal still = wanted.remove(known.getKey());
            settle(known, still, told, foundAt);
        }
        wanted.forEach((key, signal) -> put(key, Found.at(signal, foundAt), told));
        return told;
    }

    private void settle(Entry<SignalKey, Found> known, @Nullable Signal still, List<Found> told, Instant foundAt) {
        Found found = known.getValue();
        if (still == null) {
            if (!found.withdrawn()) {
                put(known.getKey(), found.withdraw(), told);
            }
        } else if (found.withdrawn()) {
            put(known.getKey(), Found.at(still, foundAt), told);
        } else if (!found.signal().equals(still)) {
            put(known.getKey(), found.restated(still), told);
        }
    }

    private void put(SignalKey key, Found found, List<Found> told) {
        signals.put(key, found);
        told.add(found);
    }

    private List<Entry<SignalKey, Found>> known(Set<Signal.Type> types, Instant from, Instant to) {
        List<Entry<SignalKey, Found>> known = new ArrayList<>();
        try (Cursor<Entry<SignalKey, Found>> cursor =
                signals.ascending(new SignalKey(from, ""), new SignalKey(to.plusMillis(1), ""))) {
            while (cursor.hasNext()) {
                Entry<SignalKey, Found> entry = cursor.next();
                if (types.contains(entry.getValue().signal().type())) {
                    known.add(entry);
                }
            }
        }
        return known;
    }
}

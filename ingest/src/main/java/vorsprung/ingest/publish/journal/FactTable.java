package vorsprung.ingest.publish.journal;

import java.util.Arrays;

/**
 * A number for each of many facts, told apart by their fingerprints; of more facts than it may hold, those that came
 * first are forgotten. In arrays, 36 to 52 bytes a fact: a million entries of a map on the heap cost the gateway as much
 * as to read the JSON of the events, half of it in the collector. Not safe for use by many threads.
 */
final class FactTable {
    private static final int FIRST_CAPACITY = 1_024;

    private final int most;
    /** The facts in the order they came; once they are as many as may be, the newest takes the place of the oldest. */
    private long[] high = new long[FIRST_CAPACITY];

    private long[] low = new long[FIRST_CAPACITY];
    private int[] numbers = new int[FIRST_CAPACITY];
    /** By fingerprint, the next place that is free: where the fact is in the arrays above, and some bits of it. */
    private long[] places = emptyPlaces(FIRST_CAPACITY);

    private int size;
    private int oldest;

    FactTable(int most) {
        this.most = most;
    }

    /** The fact's number, or {@code otherwise} when it is not known. */
    int get(Fingerprint fact, int otherwise) {
        long found = places[place(fact.high(), fact.low())];
        return found == 0 ? otherwise : numbers[index(found)];
    }

    /**
     * Gives the fact this number.
     *
     * @return whether another fact was forgotten for it
     */
    boolean put(Fingerprint fact, int number) {
        int place = place(fact.high(), fact.low());
        if (places[place] != 0) {
            numbers[index(places[place])] = number;
            return false;
        }
        boolean forgets = size == most;
        if (forgets) {
            remove(place(high[oldest], low[oldest]));
            set(oldest, fact, number);
            oldest = (oldest + 1) % most;
        } else {
            if (size == high.length) {
                grow();
            }
            set(size++, fact, number);
        }
        return forgets;
    }

    private void set(int index, Fingerprint fact, int number) {
        high[index] = fact.high();
        low[index] = fact.low();
        numbers[index] = number;
        enter(index);
    }

    private void enter(int index) {
        places[place(high[index], low[index])] = tag(low[index]) | (index + 1L);
    }

    /** Where the fact is entered, or the free place where it belongs. */
    private int place(long factHigh, long factLow) {
        int place = home(factHigh);
        while (places[place] != 0 && !holds(places[place], factHigh, factLow)) {
            place = after(place);
        }
        return place;
    }

    /** The bits in the entry itself spare a look at other memory for nearly all facts that are not the one. */
    private boolean holds(long entry, long factHigh, long factLow) {
        return tag(entry) == tag(factLow) && low[index(entry)] == factLow && high[index(entry)] == factHigh;
    }

    private static long tag(long bits) {
        return bits & 0xFFFF_FFFF_0000_0000L;
    }

    private static int index(long entry) {
        return (int) entry - 1;
    }

    /** Fingerprints are as good as random. */
    private int home(long factHigh) {
        return (int) factHigh & (places.length - 1);
    }

    private int after(int place) {
        return (place + 1) & (places.length - 1);
    }

    /** Moves later entries into the gap, so that a search need not go beyond one. */
    private void remove(int place) {
        int gap = place;
        places[gap] = 0;
        for (int next = after(gap); places[next] != 0; next = after(next)) {
            int home = home(high[index(places[next])]);
            boolean belongsAfterGap = distance(home, next) < distance(gap, next);
            if (!belongsAfterGap) {
                places[gap] = places[next];
                places[next] = 0;
                gap = next;
            }
        }
    }

    private int distance(int from, int to) {
        return (to - from) & (places.length - 1);
    }

    private void grow() {
        int capacity = (int) Math.min(most, 2L * high.length);
        high = Arrays.copyOf(high, capacity);
        low = Arrays.copyOf(low, capacity);
        numbers = Arrays.copyOf(numbers, capacity);
        places = emptyPlaces(capacity);
        for (int index = 0; index < size; index++) {
            enter(index);
        }
    }

    /** At least half of them stay free, which keeps searches short. */
    private static long[] emptyPlaces(int capacity) {
        return new long[Integer.highestOneBit(capacity) * 4];
    }
}

package vorsprung.ingest.publish.journal;

import java.util.Arrays;
import java.util.List;

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
    /**
     * By fingerprint, the next place that is free: where the fact is in the arrays above, and the bits of it that its
     * place goes by, so that nearly always no other memory has to be looked at, which would hardly be near.
     */
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
     * The numbers of these facts, as {@link #get} gives them. Where each search begins is read first for all of them, so
     * that the waits for memory, which is hardly ever near, go on side by side.
     */
    int[] getAll(List<Fingerprint> facts, int otherwise) {
        int[] found = new int[facts.size()];
        boolean[] begun = new boolean[facts.size()];
        for (int i = 0; i < found.length; i++) {
            begun[i] = places[home((int) facts.get(i).high())] != 0;
        }
        for (int i = 0; i < found.length; i++) {
            found[i] = begun[i] ? get(facts.get(i), otherwise) : otherwise;
        }
        return found;
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
        places[place(high[index], low[index])] = high[index] << Integer.SIZE | (index + 1L);
    }

    /** Where the fact is entered, or the free place where it belongs. */
    private int place(long factHigh, long factLow) {
        int place = home((int) factHigh);
        while (places[place] != 0 && !holds(places[place], factHigh, factLow)) {
            place = after(place);
        }
        return place;
    }

    private boolean holds(long entry, long factHigh, long factLow) {
        return bits(entry) == (int) factHigh && low[index(entry)] == factLow && high[index(entry)] == factHigh;
    }

    private static int bits(long entry) {
        return (int) (entry >>> Integer.SIZE);
    }

    private static int index(long entry) {
        return (int) entry - 1;
    }

    /** Fingerprints are as good as random. */
    private int home(int bits) {
        return bits & (places.length - 1);
    }

    private int after(int place) {
        return (place + 1) & (places.length - 1);
    }

    /** Moves later entries into the gap, so that a search need not go beyond one. */
    private void remove(int place) {
        int gap = place;
        places[gap] = 0;
        for (int next = after(gap); places[next] != 0; next = after(next)) {
            int home = home(bits(places[next]));
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

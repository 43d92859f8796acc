package vorsprung.app.cluster;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** What may happen to the system; each kind happens at least once in a list that is long enough. */
enum Fault {
    /** New facts, out of order. */
    PUBLISH,
    /** Facts reported again, otherwise. */
    CORRECT,
    /** Facts taken back. */
    RETRACT,
    /** An instance dies at once, and is started again. */
    KILL_INSTANCE,
    /** An instance is stopped, and started again. */
    RESTART_INSTANCE,
    /** Both instances are stopped and started again, one after the other. */
    ROLLING_RESTART,
    /** A third instance comes, takes its share, and goes. */
    COME_AND_GO,
    /** An instance dies and loses its state. */
    LOSE_STATE,
    /** An instance is stopped, its state is overwritten, and it is started again with a rebuild of it. */
    CORRUPT_STATE,
    /** An instance writes no file any more, and is started again with room. */
    FILL_DISK,
    /** An instance stands still beyond its session, and wakes up. */
    FREEZE_INSTANCE,
    /** An instance is cut off in a network of its own beyond its session, and joined again. */
    CUT_OFF,
    /** The broker dies at once, and is started again. */
    KILL_BROKER,
    /** The registry dies at once, and is started again. */
    KILL_REGISTRY,
    /** The clock of the source stands still for some reports, and then jumps back. */
    WRONG_CLOCK,
    /** Bytes that are no events, and records without a key, on an event topic. */
    GARBAGE;

    /** The list of a seed: all kinds in some order after a first publication, then any. */
    static List<Fault> list(long seed, int length) {
        Random random = new Random(seed);
        List<Fault> first = new ArrayList<>(List.of(values()));
        Collections.shuffle(first, random);
        List<Fault> list = new ArrayList<>(List.of(PUBLISH));
        list.addAll(first);
        while (list.size() < length) {
            list.add(values()[random.nextInt(values().length)]);
        }
        return list.subList(0, Math.min(length, list.size()));
    }
}

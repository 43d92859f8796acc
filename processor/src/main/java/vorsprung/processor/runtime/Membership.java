package vorsprung.processor.runtime;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Whether the group may have given to others what is processed here. The brokers take a member for gone when they have
 * not heard of it for a session, and it learns of that only when it hears of them again; until then it looks to itself
 * as it always did.
 *
 * <p>The answers to its heartbeats are counted, from looks taken now and then. When none has come for a session, three
 * must have come before it counts as a member again: one may have been on its way since before, the next may say that
 * it is none, and one more is asked for only after it has given up what it processed.
 */
final class Membership {
    private static final int PROOF = 3;

    private final Duration session;
    private final LongSupplier nanoTime;
    private volatile Map<String, Heard> members = Map.of();

    /**
     * What was heard of the brokers.
     *
     * @param answers so far
     * @param at time of the first look that found so many
     * @param proof so many answers prove that it is a member
     */
    private record Heard(long answers, long at, long proof) {}

    /** Sessions of this length at the times of this clock, in nanoseconds. */
    Membership(Duration session, LongSupplier nanoTime) {
        this.session = session;
        this.nanoTime = nanoTime;
    }

    /** Where it is found how many heartbeats of each stream thread were answered. */
    @FunctionalInterface
    interface Heartbeats {
        Map<String, Long> answered();
    }

    /** Takes a look; its beginning counts as its time. */
    void look(Heartbeats heartbeats) {
        long now = nanoTime.getAsLong();
        Map<String, Heard> next = new HashMap<>();
        heartbeats.answered().forEach((member, answers) -> next.put(member, next(members.get(member), answers, now)));
        members = Map.copyOf(next);
    }

    /** Whether one of the stream threads may be no member any more. */
    boolean isDoubtful() {
        long now = nanoTime.getAsLong();
        return members.values().stream().anyMatch(heard -> isOver(heard, now) || heard.answers() < heard.proof());
    }

    private Heard next(@Nullable Heard before, long answers, long now) {
        if (before == null) {
            return new Heard(answers, now, 0);
        }
        long proof = isOver(before, now) ? before.answers() + PROOF : before.proof();
        return new Heard(answers, answers == before.answers() ? before.at() : now, proof);
    }

    private boolean isOver(Heard heard, long now) {
        return now - heard.at() >= session.toNanos();
    }
}

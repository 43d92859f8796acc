package vorsprung.benchmarks.market;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import vorsprung.topic.EventType;

/**
 * Events of subjects whose histories grow, in legs: so many facts each, then further ones in order, facts of long ago,
 * and corrections. What an event of the last three legs costs is what it costs on a history of that size.
 */
public final class GrowthCourse {
    /** Events of each measured leg. */
    static final int PROBES = 1_000;

    private static final int MOST_SUBJECTS = 200;
    private static final int FACTS_TOGETHER = 10_000;
    private static final int WARM_UPS = 3;
    private static final int WARM_UP_FACTS = 1_000;
    private static final int MODELS = 1_000;
    private static final int COMPANIES = 50;
    private static final long SEED = 17;
    private static final Instant CORRECTED_AT = MarketShape.TO.plus(Duration.ofDays(1));

    private final EventType type;
    private final List<Leg> legs = new ArrayList<>();

    /** What a stretch of events does to a history. */
    public enum Kind {
        /** Makes it as long as it is to be. */
        FILL,
        /** Goes on where it ends. */
        IN_ORDER,
        /** Adds facts anywhere in its past. */
        LATE,
        /** Changes a number in facts that are there. */
        CORRECTION
    }

    /**
     * A stretch of events.
     *
     * @param histories names its subjects
     * @param facts how many each of them has once filled
     * @param events how many the stretch has, of all subjects together
     */
    public record Leg(String histories, Kind kind, int facts, int events) {
        private static final String WARM_UP = "warm-up-";

        /** Whether its cost is asked for; fills and what warms the virtual machine up are not. */
        public boolean isMeasured() {
            return kind != Kind.FILL && !histories.startsWith(WARM_UP);
        }

        /** What its cost is called, such as {@code in_order-1000}. */
        public String name() {
            return kind.name().toLowerCase(Locale.ROOT) + "-" + facts;
        }
    }

    /**
     * Histories of these sizes, smallest first.
     *
     * @param type of their facts
     */
    public GrowthCourse(EventType type, List<Integer> sizes) {
        this.type = type;
        for (int i = 0; i < WARM_UPS; i++) {
            add(Leg.WARM_UP + i, WARM_UP_FACTS);
        }
        sizes.forEach(size -> add("size-" + size, size));
    }

    /** The sizes to compare when the longest history is to have so many facts: 10, 1,000, a tenth of it, and itself. */
    public static List<Integer> sizes(int longest) {
        return Stream.of(10, 1_000, longest / 10, longest)
                .filter(size -> size <= longest && size >= 10)
                .distinct()
                .sorted()
                .toList();
    }

    /** The legs, in the order of their events. */
    public List<Leg> legs() {
        return List.copyOf(legs);
    }

    /** How many events there are. */
    public long events() {
        return legs.stream().mapToLong(Leg::events).sum();
    }

    /** Shows the events, in their order; the same at every call. */
    public void forEach(Consumer<SpecificRecord> taker) {
        Random random = new Random(SEED);
        Facts facts = new Facts(random);
        for (Leg leg : legs) {
            int subjects = subjects(leg.facts());
            for (int i = 0; i < leg.events(); i++) {
                String subject = leg.histories() + "-" + i % subjects;
                taker.accept(event(random, facts, subject, probe(random, leg, i / subjects)));
            }
        }
    }

    /**
     * One event of a leg.
     *
     * @param at where in valid time, from 0 to 1
     */
    private record Probe(String eventId, double at, Kind kind) {}

    private void add(String histories, int facts) {
        legs.add(new Leg(histories, Kind.FILL, facts, facts * subjects(facts)));
        for (Kind kind : List.of(Kind.IN_ORDER, Kind.LATE, Kind.CORRECTION)) {
            legs.add(new Leg(histories, kind, facts, PROBES));
        }
    }

    private static int subjects(int facts) {
        return Math.max(1, Math.min(MOST_SUBJECTS, FACTS_TOGETHER / facts));
    }

    /** Fills take the first half of the time, further facts the second. */
    private static Probe probe(Random random, Leg leg, int number) {
        return switch (leg.kind()) {
            case FILL -> filled(number, leg);
            case IN_ORDER -> new Probe("next-" + number, 0.5 + number / (2.0 * PROBES), Kind.IN_ORDER);
            case LATE -> new Probe("late-" + number, random.nextDouble() / 2, Kind.LATE);
            case CORRECTION -> filled(random.nextInt(leg.facts()), leg);
        };
    }

    private static Probe filled(int fact, Leg leg) {
        return new Probe("fact-" + fact, fact / (2.0 * leg.facts()), leg.kind());
    }

    private SpecificRecord event(Random random, Facts facts, String subject, Probe probe) {
        long all = Duration.between(MarketShape.FROM, MarketShape.TO).toMillis();
        Instant occurredAt = MarketShape.FROM.plusMillis(Math.round(all * probe.at()));
        Draft fact = Facts.begun(type, probe.eventId(), occurredAt);
        if (type.subject() == EventType.Subject.COMPANY) {
            fact.with("companyId", subject);
        } else {
            int model = random.nextInt(MODELS);
            fact.ofModel(model, model % COMPANIES).with("benchmarkId", subject);
        }
        if (probe.kind() == Kind.CORRECTION) {
            fact.with("recordedAt", CORRECTED_AT);
        }
        facts.tell(type, fact, occurredAt);
        return fact.event();
    }
}

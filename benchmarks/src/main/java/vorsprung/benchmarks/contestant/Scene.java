package vorsprung.benchmarks.contestant;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import vorsprung.benchmarks.market.GrowthCourse;
import vorsprung.benchmarks.market.MarketEvents;
import vorsprung.benchmarks.market.MarketShape;
import vorsprung.topic.EventType;

/** What is on the topics that a contestant reads. Contestants of one scene read the very same records. */
public enum Scene {
    /** A market's events, as they occurred. */
    IN_ORDER(MarketFold.PARTITIONS),
    /** As many, one in ten a correction, in no order at all. */
    SHUFFLED(MarketFold.PARTITIONS),
    /** Growing histories of companies, on one partition. */
    COMPANIES(1),
    /** Growing histories of benchmarks, on one partition. */
    BENCHMARKS(1),
    /** Nothing: the contestant publishes, to a broker of its own. */
    EMPTY(MarketFold.PARTITIONS);

    private static final int CORRECTION_PERCENT = 10;

    private final int partitions;

    Scene(int partitions) {
        this.partitions = partitions;
    }

    /** Partitions of each event topic. */
    public int partitions() {
        return partitions;
    }

    /** How many events are on the topics, when a market of so many and histories of so many facts are asked for. */
    public long events(long market, int facts) {
        return switch (this) {
            case COMPANIES, BENCHMARKS -> course(facts).events();
            case IN_ORDER, SHUFFLED, EMPTY -> market;
        };
    }

    /** Shows the events that are on the topics, in their order. */
    public void show(MarketShape shape, long market, int facts, Consumer<SpecificRecord> taker) {
        switch (this) {
            case IN_ORDER -> new MarketEvents(shape, market, 0).forEachRemaining(taker);
            case SHUFFLED -> shuffled(shape, market).forEach(taker);
            case COMPANIES, BENCHMARKS -> course(facts).forEach(taker);
            case EMPTY -> {}
        }
    }

    private static List<SpecificRecord> shuffled(MarketShape shape, long market) {
        List<SpecificRecord> events = new ArrayList<>();
        new MarketEvents(shape, market, CORRECTION_PERCENT).forEachRemaining(events::add);
        Collections.shuffle(events, new Random(shape.seed()));
        return events;
    }

    private GrowthCourse course(int facts) {
        EventType type = this == COMPANIES ? EventType.FUNDING_ROUND : EventType.BENCHMARK_RESULT;
        return new GrowthCourse(type, GrowthCourse.sizes(facts));
    }
}

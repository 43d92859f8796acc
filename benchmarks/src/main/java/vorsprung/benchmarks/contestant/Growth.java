package vorsprung.benchmarks.contestant;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vorsprung.benchmarks.figure.Measurement;
import vorsprung.benchmarks.market.GrowthCourse;
import vorsprung.benchmarks.market.GrowthCourse.Leg;
import vorsprung.topic.EventType;

/** What an event costs our topology as the history of its subject grows: processor time of the stream thread, and time. */
final class Growth implements Work {
    private static final double MICRO = 1_000;

    private final EventType type;

    /** Of histories of this type. */
    Growth(EventType type) {
        this.type = type;
    }

    @Override
    public Measurement run(Assignment assignment) throws Exception {
        GrowthCourse course = new GrowthCourse(type, GrowthCourse.sizes(assignment.facts()));
        Clockwork clockwork = new Clockwork(course.legs());
        StreamsWork.run(
                MarketFold.topology(1, new EventCount(clockwork::tick)),
                StreamsWork.settings(assignment, Map.of()),
                assignment,
                new Meter());
        return clockwork.measured();
    }

    /** Looks at the clocks whenever a leg ends. Used by the one stream thread, and read after it has ended. */
    private static final class Clockwork {
        private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        private final List<Leg> legs;
        private final List<Long> cpu = new ArrayList<>();
        private final List<Long> wall = new ArrayList<>();
        private long left;

        Clockwork(List<Leg> legs) {
            this.legs = legs;
            this.left = legs.get(0).events();
        }

        synchronized void tick() {
            left--;
            if (left == 0) {
                cpu.add(threads.getCurrentThreadCpuTime());
                wall.add(System.nanoTime());
                left = cpu.size() < legs.size() ? legs.get(cpu.size()).events() : Long.MAX_VALUE;
            }
        }

        synchronized Measurement measured() {
            Measurement measured = Measurement.empty();
            for (int i = 1; i < legs.size(); i++) {
                Leg leg = legs.get(i);
                if (leg.isMeasured()) {
                    measured = measured.with("cpu-µs:" + leg.name(), perEvent(cpu, i))
                            .with("µs:" + leg.name(), perEvent(wall, i));
                }
            }
            return measured;
        }

        private double perEvent(List<Long> nanos, int leg) {
            return (nanos.get(leg) - nanos.get(leg - 1)) / MICRO / legs.get(leg).events();
        }
    }
}

package vorsprung.app.cluster;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vorsprung.app.cluster.Load.Answered;
import vorsprung.app.embedded.EmbeddedStack;
import vorsprung.app.embedded.StackExtension;

/**
 * Measures how long answers are missing when an instance ends, and prints a row of a table for each way to end. Not part
 * of the build: {@code mvn verify -pl app -am -Dit.test=MeasureFailover -Dsurefire.skip}; see docs/operations.md.
 */
@ExtendWith(StackExtension.class)
final class MeasureFailover {

    private static final int ROUNDS = Integer.getInteger("failover.rounds", 3);
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String LIST = "/v1/companies?limit=1000";
    private static final String STALE_LIST = LIST + "&allowStale=true";

    @TempDir
    private Path folder;

    private interface Ending {
        void of(Instance instance) throws IOException, InterruptedException;
    }

    /** Milliseconds until the first answer that may be stale, until fresh ones for good, and refusals between. */
    private record Outage(long untilStale, long untilFresh, long refusals) {}

    @Test
    void ofEveryEnd(EmbeddedStack stack) throws IOException, InterruptedException {
        Market market = Market.on(stack, folder);
        market.publishHistory();
        List<Instance> instances = new ArrayList<>();
        instances.add(Instance.start(market.instance("0")));
        instances.add(Instance.start(market.instance("1")));
        try {
            System.out.println("| end | until an answer with `allowStale` | until a fresh answer | refusals (503) |");
            System.out.println("|---|---|---|---|");
            measure("SIGTERM", market, instances, Instance::stop);
            measure("kill -9", market, instances, Instance::kill);
            measure("stands still (SIGSTOP)", market, instances, Instance::freeze);
        } finally {
            instances.forEach(Instance::close);
        }
    }

    private static void measure(String end, Market market, List<Instance> instances, Ending ending)
            throws IOException, InterruptedException {
        List<Outage> outages = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            awaitCalm(instances);
            outages.add(measure(instances.get(0), instances.get(1), ending));
            instances.get(1).wake();
            instances.get(1).kill();
            instances.set(1, Instance.start(market.instance("1")).awaitReady());
        }
        System.out.println("| " + end + " | " + range(outages, Outage::untilStale, " ms") + " | "
                + range(outages, Outage::untilFresh, " ms") + " | " + range(outages, Outage::refusals, "") + " |");
    }

    private static Outage measure(Instance asked, Instance ended, Ending ending)
            throws IOException, InterruptedException {
        try (Load fresh = Load.of(List.of(LIST), () -> asked);
                Load stale = Load.of(List.of(STALE_LIST), () -> asked)) {
            fresh.awaitMore(5);
            stale.awaitMore(5);
            long since = System.nanoTime();
            ending.of(ended);
            Awaitility.await().atMost(PATIENCE).until(() -> areFreshForGood(fresh.answers(), since));
            long untilFresh = fresh.answers().stream()
                    .filter(answer -> answer.at() > since && answer.status() != 200)
                    .mapToLong(Answered::at)
                    .max()
                    .orElse(since);
            long untilStale = stale.answers().stream()
                    .filter(answer -> answer.status() == 200 && !answer.isFresh() && answer.at() > since)
                    .mapToLong(Answered::at)
                    .min()
                    .orElse(since);
            long refusals = fresh.answers().stream()
                    .filter(answer -> answer.at() > since && answer.status() == 503)
                    .count();
            return new Outage(ms(untilStale - since), ms(untilFresh - since), refusals);
        }
    }

    /** Fifty answers in a row since the last refusal, and some seconds after the end. */
    private static boolean areFreshForGood(List<Answered> answers, long since) {
        int size = answers.size();
        return size > 50
                && answers.get(size - 1).at() - since > TimeUnit.SECONDS.toNanos(6)
                && answers.subList(size - 50, size).stream()
                        .allMatch(answer -> answer.isFresh() && answer.at() > since);
    }

    private static void awaitCalm(List<Instance> instances) {
        for (Instance instance : instances) {
            instance.awaitReady();
            Awaitility.await()
                    .atMost(PATIENCE)
                    .ignoreExceptions()
                    .until(() -> instance.ask(LIST).statusCode() == 200
                            && instance.ask("/v1/status").body().contains("\"standby\""));
        }
    }

    private interface Figure {
        long of(Outage outage);
    }

    private static String range(List<Outage> outages, Figure figure, String unit) {
        List<Long> values = new ArrayList<>();
        outages.forEach(outage -> values.add(figure.of(outage)));
        Collections.sort(values);
        return values.get(0) + "–" + values.get(values.size() - 1) + unit;
    }

    private static long ms(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(nanos);
    }
}

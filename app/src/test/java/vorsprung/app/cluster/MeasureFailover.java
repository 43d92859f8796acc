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
    /** An answer that takes longer waited for an instance that does not answer. */
    private static final Duration LONG_WAIT = Duration.ofMillis(500);

    private static final String LIST = "/v1/companies?limit=1000";
    private static final String STALE_LIST = LIST + "&allowStale=true";

    @TempDir
    private Path folder;

    private interface Ending {
        void of(Instance instance) throws IOException, InterruptedException;
    }

    private interface Beginning {
        Instance anew() throws IOException, InterruptedException;
    }

    /** How an instance ends, and how another is started in its place. */
    private record Way(String name, Ending end, Beginning begin) {}

    /**
     * What an end costs.
     *
     * @param untilStale milliseconds until the first answer that may be stale
     * @param untilFresh milliseconds until the last refusal or long wait of who asks for fresh ones was over
     * @param refusals that a client got between who asks without a pause
     * @param errors of a client that retries as told
     */
    private record Outage(long untilStale, long untilFresh, long refusals, long errors) {}

    @Test
    void ofEveryEnd(EmbeddedStack stack) throws IOException, InterruptedException {
        Market market = Market.on(stack, folder);
        market.publishHistory();
        List<Instance> instances = new ArrayList<>();
        instances.add(Instance.start(market.instance("0")));
        instances.add(Instance.start(market.instance("1")));
        Beginning here = () -> Instance.start(market.instance("1"));
        try (OwnNetwork network = OwnNetwork.create(folder)) {
            System.out.println("| end | until an answer with `allowStale` | until a fresh answer | refusals (503)"
                    + " | errors of a client that retries as told |");
            System.out.println("|---|---|---|---|---|");
            measure(new Way("SIGTERM", Instance::stop, here), instances);
            measure(new Way("kill -9", Instance::kill, here), instances);
            measure(new Way("stands still (SIGSTOP)", Instance::freeze, here), instances);
            measure(new Way("cut off (partitioned)", ended -> network.cut(), () -> healed(network, market)), instances);
        } finally {
            instances.forEach(Instance::close);
        }
    }

    private static Instance healed(OwnNetwork network, Market market) throws IOException, InterruptedException {
        network.heal();
        return network.start(market.instance("1"));
    }

    private static void measure(Way way, List<Instance> instances) throws IOException, InterruptedException {
        instances.get(1).kill();
        instances.set(1, way.begin().anew());
        List<Outage> outages = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            awaitCalm(instances);
            outages.add(measure(instances.get(0), instances.get(1), way.end()));
            instances.get(1).kill();
            instances.set(1, way.begin().anew());
        }
        System.out.println("| " + way.name() + " | " + range(outages, Outage::untilStale, " ms") + " | "
                + range(outages, Outage::untilFresh, " ms") + " | " + range(outages, Outage::refusals, "") + " | "
                + range(outages, Outage::errors, "") + " |");
    }

    private static Outage measure(Instance asked, Instance ended, Ending ending)
            throws IOException, InterruptedException {
        try (Load fresh = Load.of(List.of(LIST), () -> asked);
                Load stale = Load.of(List.of(STALE_LIST), () -> asked);
                RetriedLoad retried = RetriedLoad.of(LIST, List.of(asked, ended))) {
            fresh.awaitMore(5);
            stale.awaitMore(5);
            retried.awaitMore(5);
            long since = System.nanoTime();
            ending.of(ended);
            Awaitility.await().atMost(PATIENCE).until(() -> areFreshForGood(fresh.answers(), since));
            long untilFresh = freshForGood(fresh.answers(), since);
            long untilStale = stale.answers().stream()
                    .filter(answer -> answer.status() == 200 && !answer.isFresh() && answer.at() > since)
                    .mapToLong(Answered::at)
                    .min()
                    .orElse(since);
            long refusals = fresh.answers().stream()
                    .filter(answer -> answer.at() > since && answer.status() == 503)
                    .count();
            retried.awaitMore(5);
            return new Outage(ms(untilStale - since), ms(untilFresh - since), refusals, retried.errors());
        }
    }

    /** When the last refusal, or the last answer that took long, was over. */
    private static long freshForGood(List<Answered> answers, long since) {
        long before = since;
        long over = since;
        for (Answered answer : answers) {
            if (answer.at() > since) {
                boolean late = answer.at() - before > LONG_WAIT.toNanos();
                over = late || !answer.isFresh() ? answer.at() : over;
                before = answer.at();
            }
        }
        return over;
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

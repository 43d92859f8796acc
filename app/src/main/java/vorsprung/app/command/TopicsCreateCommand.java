package vorsprung.app.command;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vorsprung.app.table.Column;
import vorsprung.app.table.Table;
import vorsprung.provision.TopicCreation;
import vorsprung.provision.TopicPlan;
import vorsprung.provision.TopicReport;
import vorsprung.provision.TopicReport.Outcome;
import vorsprung.wire.SchemaRegistries;

/** {@code vorsprung topics create}: topics and schemas on an existing cluster. */
@Command(
        name = "create",
        description = {
            "Creates the topics and registers their schemas. What is there is left as it is, and told where it"
                    + " differs; to run it again changes nothing."
        },
        footer = {
            "",
            "Examples:",
            "  vorsprung topics create --dry-run",
            "  vorsprung topics create --bootstrap kafka:9092 --registry http://registry:8081 \\",
            "      --partitions 12 --replication-factor 3 --min-insync-replicas 2"
        })
public final class TopicsCreateCommand implements Callable<Integer> {

    private static final Table<TopicReport> TABLE = Table.of(
            Column.text("topic", TopicReport::name),
            Column.text("outcome", report -> report.outcome().name().toLowerCase(Locale.ROOT)),
            Column.text("remarks", TopicsCreateCommand::remarks));

    @Mixin
    private final ClusterOptions cluster = new ClusterOptions();

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private Talk talk;

    @Option(
            names = "--partitions",
            paramLabel = "N",
            defaultValue = "4",
            description = "Partitions of each event topic, never to be changed. Default: ${DEFAULT-VALUE}.")
    private int partitions;

    @Option(
            names = "--replication-factor",
            paramLabel = "N",
            description = "Copies of each partition. Default: the broker's.")
    private short replicationFactor = TopicPlan.BROKER_DEFAULT;

    @Option(
            names = "--min-insync-replicas",
            paramLabel = "N",
            defaultValue = "1",
            description = "Copies that must have a record before it counts. Default: ${DEFAULT-VALUE}.")
    private int minInsyncReplicas;

    @Option(names = "--dry-run", description = "Change nothing, only tell.")
    private boolean dryRun;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Logs.quiet();
        TopicPlan plan = plan();
        Map<String, String> settings = cluster.clientSettings(talk.environment());
        List<TopicReport> reports;
        try (Admin admin = KafkaAdmin.connect(settings)) {
            TopicCreation creation = new TopicCreation(admin, SchemaRegistries.of(settings), plan);
            reports = dryRun ? creation.check() : creation.create();
        }
        talk.table(TABLE, reports);
        return reports.stream().allMatch(TopicsCreateCommand::isAsPlanned) ? Exit.OK : Exit.FAILED;
    }

    private TopicPlan plan() {
        try {
            return new TopicPlan(partitions, replicationFactor, minInsyncReplicas);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private static boolean isAsPlanned(TopicReport report) {
        return report.outcome() == Outcome.CREATED || report.outcome() == Outcome.UNCHANGED;
    }

    private static String remarks(TopicReport report) {
        return String.join(
                "; ",
                Stream.concat(report.differences().stream(), report.warnings().stream())
                        .toList());
    }
}

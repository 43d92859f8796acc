package vorsprung.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vorsprung.app.embedded.EmbeddedStack;
import vorsprung.app.embedded.StackExtension;
import vorsprung.app.embedded.StackOptions;
import vorsprung.event.FundingRound;
import vorsprung.wire.SerdeFactory;

/** What is exported and imported into an empty system is the same, byte for byte. */
@ExtendWith(StackExtension.class)
final class BackupIT {

    private static final String REPORTS = """
            {"type":"funding-round","eventId":"r1","company":"OpenAI","occurredAt":"2025-03","recordedAt":"2025-04-01","round":"F","amountUsd":40000000000,"confidence":"LIKELY","source":{"name":"a","url":"https://a.b/c"}}
            {"type":"funding-round","eventId":"r1","company":"OpenAI","occurredAt":"2025-03-31","recordedAt":"2025-04-02T10:00:00.001Z","round":"F","clears":["confidence"],"investors":["A","B; C"],"source":"b"}
            {"type":"funding-round","eventId":"r2","company":"OpenAI","occurredAt":"2024","recordedAt":"2025-04-03","round":"E","source":"a"}
            {"type":"funding-round","eventId":"r2","company":"OpenAI","occurredAt":"2024","recordedAt":"2025-04-04","round":"E","retracted":true,"source":"a"}
            {"type":"price-change","company":"OpenAI","model":"o3","occurredAt":"2025-06-10T17:00:00Z","recordedAt":"2025-06-10T18:00:00Z","inputUsdPerMillionTokens":0.000001,"outputUsdPerMillionTokens":8.123456}
            {"type":"benchmark-result","company":"OpenAI","model":"o3","benchmark":"GPQA Diamond","occurredAt":"2025-04-16","recordedAt":"2025-04-17","score":0.8181818181818182,"scoreUnit":"fraction"}
            {"type":"lead-claim","company":"OpenAI","claimant":"x","minMonths":3,"maxMonths":6.5,"occurredAt":"2025-03-31","recordedAt":"2025-04-01"}
            """;

    @TempDir
    private Path folder;

    @Test
    void anExportImportedIntoAnEmptySystemIsTheSame(EmbeddedStack shared)
            throws IOException, ExecutionException, InterruptedException {
        Provisioned first = Provisioned.on(shared);
        assertThat(first.given(REPORTS, "import", "--stdin-name=x.jsonl", "-").exitCode())
                .isZero();
        publishAsAStranger(first);
        Path backup = folder.resolve("backup.jsonl");
        assertThat(first.execute("export", "--output=" + backup).exitCode()).isZero();

        try (EmbeddedStack empty = new EmbeddedStack(new StackOptions(folder.resolve("second"), 0, 0))) {
            empty.start();
            Provisioned second = Provisioned.on(empty);
            assertThat(second.execute("import", "--exact", backup.toString()).out())
                    .endsWith(" 0 bad\n");

            assertThat(second.execute("export").out()).isEqualTo(Files.readString(backup));
            assertThat(second.execute("export", "--facts").out())
                    .isEqualTo(first.execute("export", "--facts").out());
        }
    }

    @Test
    void factsAreATableThatAPersonReads(EmbeddedStack shared) {
        Provisioned stack = Provisioned.on(shared);
        stack.given(REPORTS, "import", "--stdin-name=x.jsonl", "-");

        List<String> lines = stack.execute("export", "--facts").outLines();

        assertThat(lines.get(0)).startsWith("type,eventId,companyId,company,occurredAt,recordedAt,source,source.url,");
        assertThat(lines)
                .anyMatch(line ->
                        line.startsWith("funding-round,r1,openai,OpenAI,2025-03-31,2025-04-02T10:00:00.001Z,b,,")
                                && line.contains(",40000000000,"))
                .noneMatch(line -> line.contains(",r2,"));
    }

    /** A foreign producer gives neither id nor times of knowledge, and a company by an id that is an alias of ours. */
    private static void publishAsAStranger(Provisioned stack) throws ExecutionException, InterruptedException {
        FundingRound round = FundingRound.newBuilder()
                .setCompanyId("deepmind")
                .setCompany("DeepMind Technologies")
                .setOccurredAt(Instant.parse("2014-01-26T12:30:00Z"))
                .setRound("Acquisition")
                .build();
        Map<String, Object> config = new HashMap<>(stack.settings());
        Serializer<FundingRound> serializer =
                SerdeFactory.serde(stack.settings(), FundingRound.class).serializer();
        try (KafkaProducer<String, FundingRound> producer =
                new KafkaProducer<>(config, new StringSerializer(), serializer)) {
            producer.send(new ProducerRecord<>("market.funding-rounds", "deepmind", round))
                    .get();
        }
    }
}

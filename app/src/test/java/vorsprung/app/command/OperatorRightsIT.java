package vorsprung.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vorsprung.app.embedded.DeadLetters;
import vorsprung.app.embedded.EmbeddedStack;
import vorsprung.app.embedded.SecuredBroker;
import vorsprung.app.embedded.StackExtension;
import vorsprung.app.security.AclScript;
import vorsprung.wire.SchemaRegistries;

/** Command lines of an operator, who has what {@code docs/acls.sh} gives and nothing else, on a broker that minds it. */
@ExtendWith(StackExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class OperatorRightsIT {

    private static final String OPERATOR = "operator";
    private static final String TOPICS = "topics";
    private static final String STRANGER = "stranger";

    private Path folder = Path.of("");
    private String registry = "";
    private Optional<SecuredBroker> broker = Optional.empty();

    @BeforeAll
    void giveRights(EmbeddedStack stack, @TempDir Path temporary) throws Exception {
        folder = temporary;
        registry = stack.registryUrl();
        broker = Optional.of(SecuredBroker.start(folder.resolve("kafka"), List.of(OPERATOR, TOPICS, STRANGER)));
        try (Admin admin = Admin.create(new HashMap<>(broker.orElseThrow().client(SecuredBroker.ADMIN)))) {
            admin.createAcls(AclScript.rights(folder, "--topics", "User:topics", "--operator", "User:operator"))
                    .all()
                    .get();
        }
        Executed created = executeAs(TOPICS, "topics", "create", "--replication-factor=1");
        assertThat(created.exitCode()).as(created.err()).isZero();
    }

    @AfterAll
    void stop() {
        broker.ifPresent(SecuredBroker::close);
    }

    @Test
    void deadLettersAreShownAndEnded() throws Exception {
        long letter = new DeadLetters(broker.orElseThrow().client(SecuredBroker.ADMIN))
                .leave(null, new byte[] {1, 2, 3}, "the value is no Confluent record");

        assertThat(execute("dead-letters", "list").out()).contains("the value is no Confluent record");
        assertThat(execute("dead-letters", "show", Long.toString(letter)).exitCode())
                .isZero();
        Executed discarded = execute("dead-letters", "discard", Long.toString(letter), "--why=a test");
        assertThat(discarded.exitCode()).as(discarded.err()).isZero();
        assertThat(execute("dead-letters", "list").out()).doesNotContain("the value is no Confluent record");
    }

    @Test
    void whatASourceSaysIsPublishedOnceAndExported() throws IOException {
        try (FakeService site = FakeService.start()
                .answering(
                        "/models",
                        "{\"data\":[{\"id\":\"openai/gpt-5.5\",\"canonical_slug\":\"openai/gpt-5.5-20260423\","
                                + "\"name\":\"OpenAI: GPT-5.5\",\"created\":1777051896,"
                                + "\"pricing\":{\"prompt\":\"0.000005\",\"completion\":\"0.00003\"}}]}")) {
            Executed first = execute("watch", "openrouter", "--once", "--url", site.url() + "/models");
            assertThat(first.exitCode()).as(first.err()).isZero();
            assertThat(execute("watch", "openrouter", "--once", "--url", site.url() + "/models")
                            .exitCode())
                    .isZero();
        }

        assertThat(execute("export").outLines())
                .filteredOn(line -> line.contains("\"modelId\":\"openai/gpt-5-5\""))
                .hasSize(1);
    }

    @Test
    void theDoctorFindsNothingToMend() {
        Executed examined = execute("doctor");

        assertThat(examined.exitCode()).as(examined.out()).isZero();
        assertThat(examined.outLines()).anyMatch(line -> line.startsWith("ok       topics"));
    }

    @Test
    void whoHasNoRightsIsToldSo() {
        for (String command : List.of("dead-letters list", "export")) {
            Executed refused = executeAs(STRANGER, command.split(" "));
            assertThat(refused.err())
                    .contains("This user of Kafka may not do that")
                    .contains("docs/acls.sh");
            assertThat(refused.exitCode()).isEqualTo(1);
        }
        assertThat(executeAs(STRANGER, "doctor").outLines())
                .anyMatch(line -> line.startsWith("failure  topics") && line.contains("docs/acls.sh"))
                .anyMatch(line -> line.startsWith("failure  processor") && line.contains("docs/acls.sh"));
    }

    private Executed execute(String... words) {
        return executeAs(OPERATOR, words);
    }

    private Executed executeAs(String user, String... words) {
        String[] all = new String[words.length + 1];
        System.arraycopy(words, 0, all, 0, words.length);
        all[words.length] = "--config=" + settings(user);
        return Executed.piped(all);
    }

    /** A file of settings, as an operator has one. */
    private Path settings(String user) {
        Properties settings = new Properties();
        settings.putAll(broker.orElseThrow().settings(user));
        settings.setProperty(SchemaRegistries.URL, registry);
        Path file = folder.resolve(user + ".properties");
        try (Writer lines = Files.newBufferedWriter(file)) {
            settings.store(lines, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }
}

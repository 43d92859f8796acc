package vorsprung.app.documentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import vorsprung.app.demo.DemoProcess;
import vorsprung.app.embedded.DeadLetters;

/**
 * Every command of the README and of the pages in {@code docs} is typed in, page by page, at one demo, and ends with
 * the exit code that the page speaks of.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DocumentedCommandsIT {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** The page on dead letters speaks of numbers 12 to 14. */
    private static final int KNOWN_DEAD_LETTERS = 15;

    /** Commands that are not tried here, to the letter, and why not. */
    private static final Map<String, String> EXEMPT = Map.ofEntries(
            Map.entry("./vorsprung demo", "it is what all others talk to"),
            Map.entry("./vorsprung demo --prometheus", "a second demo, and programs that few machines have"),
            Map.entry("mvn verify", "it runs this very test"),
            Map.entry(
                    "mvn verify -pl app -am -Dtest=None -Dsurefire.failIfNoSpecifiedTests=false"
                            + " -Dit.test=MeasureFailover -Dfailover.rounds=3",
                    "a build within the build, of minutes"),
            Map.entry(
                    "docs/acls.sh --bootstrap-server kafka:9092 --command-config admin.properties \\\n"
                            + "    --ingest User:ingest --processor User:processor --topics User:topics"
                            + " --operator User:operator",
                    "wants Kafka's own scripts and a broker that authorizes; AclsScriptTest tries the script"));

    /** Commands that run until a reader stops them: they say something, and are there when the page is at its end. */
    private static final List<String> ENDLESS = List.of(
            "./vorsprung signals --follow --type lead-changed,caught-up",
            "./vorsprung signals --follow --json | while read -r signal;"
                    + " do printf '%s\\n' \"$signal\" >> told.jsonl; done",
            "curl -sN http://127.0.0.1:8080/v1/stream");

    @TempDir
    private static Path folder;

    private final List<CommandPage> pages = pages();
    private @Nullable DemoProcess demo;

    @BeforeAll
    void start() throws IOException, ExecutionException, InterruptedException {
        assumeTrue(isInstalled("bash") && isInstalled("curl"), "bash and curl are not installed");
        demo = DemoProcess.start(folder.resolve("data"));
        DeadLetters letters =
                new DeadLetters(Map.of("bootstrap.servers", demo.kafka(), "schema.registry.url", demo.registry()));
        for (int each = 0; each < KNOWN_DEAD_LETTERS; each++) {
            letters.leaveWithoutKey();
        }
    }

    @AfterAll
    void stop() {
        if (demo != null) {
            demo.close();
        }
    }

    @TestFactory
    Stream<DynamicContainer> everyCommandDoesWhatItsPageSays() {
        return pages.stream()
                .filter(page -> !page.commands().isEmpty())
                .map(page -> dynamicContainer(page.name(), commandsOf(page)));
    }

    @Test
    void onlyCommandsThatAreThereAreExempt() {
        List<String> commands = pages.stream()
                .flatMap(page -> page.commands().stream())
                .map(DocumentedCommand::text)
                .toList();

        assertThat(commands).containsAll(EXEMPT.keySet()).containsAll(ENDLESS);
    }

    private Stream<DynamicNode> commandsOf(CommandPage page) {
        Shell shell = shellFor(page);
        List<Shell.Running> running = new ArrayList<>();
        Stream<DynamicTest> commands = page.commands().stream()
                .filter(command -> !EXEMPT.containsKey(command.text()))
                .map(command -> dynamicTest(command.title(), () -> {
                    if (ENDLESS.contains(command.text())) {
                        running.add(start(shell, command));
                    } else {
                        run(shell, command);
                    }
                }));
        return Stream.concat(commands, Stream.of(dynamicTest("what runs until it is stopped", () -> end(running))));
    }

    private Shell shellFor(CommandPage page) {
        try {
            Shell shell = Shell.in(folder.resolve(page.name()), Objects.requireNonNull(demo));
            for (Map.Entry<String, String> file : page.files().entrySet()) {
                shell.write(file.getKey(), file.getValue());
            }
            return shell;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void run(Shell shell, DocumentedCommand command) throws InterruptedException {
        Shell.Ran ran = shell.run(command.text());

        assertThat(ran.ended()).as("ended in time, having said: %s", ran.said()).isTrue();
        assertThat(ran.exitCode()).as("exit code, having said: %s", ran.said()).isEqualTo(command.exitCode());
    }

    private static Shell.Running start(Shell shell, DocumentedCommand command) {
        Shell.Running running = shell.start(command.text());
        Awaitility.await().atMost(PATIENCE).until(() -> !running.said().isEmpty());
        return running;
    }

    private static void end(List<Shell.Running> running) {
        List<Shell.Running> gone =
                running.stream().filter(process -> !process.isAlive()).toList();
        running.forEach(Shell.Running::stop);

        assertThat(gone).extracting(Shell.Running::said).isEmpty();
    }

    /** The README first, as a reader would: it shows offsets of events published at a fresh demo. */
    private static List<CommandPage> pages() {
        try (Stream<Path> files = Files.walk(ROOT.resolve("docs"))) {
            Stream<Path> markdown =
                    files.filter(file -> file.toString().endsWith(".md")).sorted();
            return Stream.concat(Stream.of(ROOT.resolve("README.md")), markdown)
                    .map(page -> CommandPage.read(ROOT, page))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isInstalled(String program) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                .anyMatch(folder -> new File(folder, program).canExecute());
    }
}

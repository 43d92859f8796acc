package vorsprung.app.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RulesTest {
    private static final Path RUNBOOKS = Path.of("..", "docs", "runbooks");

    static List<String> alerts() {
        return ShippedFiles.alerts();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tests/market.test.yml", "tests/system.test.yml"})
    void theRulesRingAndStaySilentAsTheirTestsSay(String test) throws IOException, InterruptedException {
        assertThat(Tool.PROMTOOL.succeeds("test", "rules", test)).contains("SUCCESS");
    }

    @Test
    void prometheusTakesTheConfigurationAndItsRules() throws IOException, InterruptedException {
        assertThat(Tool.PROMTOOL.succeeds("check", "config", "prometheus.yml")).contains("2 rule files found");
        assertThat(Tool.PROMTOOL.succeeds("check", "config", "compose/prometheus.yml"))
                .contains("2 rule files found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"alertmanager.yml", "examples/receivers.yml"})
    void alertmanagerTakesItsConfiguration(String file) throws IOException, InterruptedException {
        assertThat(Tool.AMTOOL.succeeds("check-config", file)).contains("SUCCESS");
    }

    @Test
    void newsReachEverybodyAndWhoFollowsTheCompanyOrItsRival() throws IOException, InterruptedException {
        assertThat(route("category=market", "severity=info", "company=cohere")).isEqualTo("everybody");
        assertThat(route("category=market", "severity=info", "company=openai"))
                .isEqualTo("watch-list-example,everybody");
        assertThat(route("category=market", "severity=info", "company=google", "rival=openai"))
                .isEqualTo("watch-list-example,everybody");
    }

    @Test
    void troubleReachesThoseWhoMendItAndABackfillNobody() throws IOException, InterruptedException {
        assertThat(route("category=system", "severity=critical")).isEqualTo("on-call");
        assertThat(route("category=system", "severity=warning")).isEqualTo("operators");
        assertThat(route("category=sources", "severity=warning")).isEqualTo("operators");
        assertThat(route("category=backfill", "severity=none")).isEqualTo("nobody");
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void everyAlertHasARunbookThatSaysWhatItMeansAndWhatToDo(String alert) throws IOException {
        assertThat(Files.readString(RUNBOOKS.resolve(alert + ".md")))
                .startsWith("# " + alert + "\n")
                .contains("\n## Meaning\n", "\n## Impact\n", "\n## How to look\n", "\n## How to mend\n");
    }

    @Test
    void everyRunbookIsOfAnAlert() throws IOException {
        try (Stream<Path> files = Files.list(RUNBOOKS)) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".md", "")))
                    .containsExactlyInAnyOrderElementsOf(alerts());
        }
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void everyAlertSaysHowSevereItIsWhatItIsWhyAndWhatToDo(String alert) {
        assertThat(definitionsOf(alert))
                .isNotEmpty()
                .allSatisfy(definition -> assertThat(definition)
                        .contains("keep_firing_for: ")
                        .containsPattern("labels: \\{severity: (critical|warning|info|none), category: "));
        assertThat(String.join("", definitionsOf(alert)))
                .contains("summary: ", "description: ", "explain_url: ")
                .contains("runbook_url: '{{ $externalLabels.runbooks }}/" + alert + ".md'");
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void everyAlertIsTestedWithItsWords(String alert) throws IOException {
        String tests = Files.readString(Tool.MONITORING.resolve("tests/market.test.yml"))
                + Files.readString(Tool.MONITORING.resolve("tests/system.test.yml"));

        assertThat(tests).contains("- alertname: " + alert + "\n");
    }

    private static String route(String... labels) throws IOException, InterruptedException {
        List<String> words = Stream.concat(
                        Stream.of("config", "routes", "test", "--config.file=alertmanager.yml"), Stream.of(labels))
                .toList();
        String output = Tool.AMTOOL.succeeds(words.toArray(String[]::new));
        return output.lines()
                .filter(line -> !line.startsWith("Warning"))
                .findFirst()
                .orElseThrow();
    }

    /** The text of every rule of that name, up to the next rule. */
    private static List<String> definitionsOf(String alert) {
        return ShippedFiles.RULES.stream()
                .flatMap(file -> Stream.of(ShippedFiles.text(file).split("\n(?= +- (?:alert|record|name): )")))
                .filter(rule -> rule.contains("- alert: " + alert + "\n"))
                .toList();
    }
}

package vorsprung.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ValuationsCommandTest {

    private static final String OPENAI = """
            {"companyId":"openai","company":"OpenAI","valuationUsd":300000000000,\
            "valuationAt":"2025-03-31T00:00:00Z","totalRaisedUsd":30000000000,"announcedUsd":30000000000,\
            "stepUp":1.910828025477707,"runwayMonths":40.0,"revenueMultiple":54.54545454545455}""";
    private static final String META = """
            {"companyId":"meta","company":"Meta","totalRaisedUsd":0,"announcedUsd":0}""";
    private static final String BOTH = """
            {"asOf":"2025-03-31T23:59:59.999Z","knownAt":"2026-11-24T10:00:00Z","items":[%s,%s]}""".formatted(OPENAI, META);

    private FakeService api;

    @BeforeEach
    void start() throws IOException {
        api = FakeService.start();
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void showsFiguresAsPeopleReadThem() {
        api.answering("/v1/companies", BOTH);

        Executed executed = Executed.piped("valuations", "--url", api.url());

        assertThat(executed.exitCode()).isZero();
        assertThat(executed.out()).isEqualTo("""
                        company  valuation          at  step-up   raised  announced  runway, months  ÷ revenue
                        OpenAI    $300.0bn  2025-03-31    1.91×  $30.0bn    $30.0bn            40.0     54.55×
                        Meta             –           –        –       $0         $0               –          –
                        """);
    }

    @Test
    void printsJsonAsItCame() {
        api.answering("/v1/companies", BOTH);

        Executed executed = Executed.piped("valuations", "--url", api.url(), "--json");

        assertThat(executed.out()).isEqualTo(BOTH + System.lineSeparator());
    }

    @Test
    void indentsJsonOnATerminal() {
        api.answering("/v1/companies", BOTH);

        Executed executed = Executed.onTerminal(120, Map.of(), "valuations", "--url", api.url(), "--json");

        assertThat(executed.out()).contains("\n    \"companyId\" : \"openai\",\n");
    }

    @Test
    void handsTimesOrderAndLimitOn() {
        api.answering("/v1/companies", BOTH);

        Executed.piped(
                "valuations",
                "--url=" + api.url() + "/",
                "--as-of=2025-03-31",
                "--known-at=2025-04-01T00:00:00Z",
                "--sort=stepUp",
                "--limit=5");

        assertThat(api.asked())
                .containsExactly("/v1/companies?asOf=2025-03-31&knownAt=2025-04-01T00%3A00%3A00Z&sort=stepUp&limit=5");
    }

    @Test
    void followsCursors() {
        api.answering("/v1/companies?limit=50", "{\"items\":[" + OPENAI + "],\"nextCursor\":\"a b\"}");
        api.answering("/v1/companies?limit=49&cursor=a%20b", "{\"items\":[" + META + "]}");

        Executed executed = Executed.piped("valuations", "--url", api.url(), "--json");

        assertThat(executed.out()).isEqualToIgnoringNewLines("{\"items\":[" + OPENAI + "," + META + "]}");
    }

    @Test
    void saysThatThereAreMore() {
        api.answering("/v1/companies?limit=1", "{\"items\":[" + OPENAI + "],\"nextCursor\":\"more\"}");

        Executed executed = Executed.piped("valuations", "--url", api.url(), "--limit=1");

        assertThat(executed.err()).contains("more than 1").contains("--limit");
        assertThat(api.requests()).hasSize(1);
    }

    @Test
    void nothingKnownIsToldByExitCodeThree() {
        api.answering("/v1/companies", "{\"items\":[]}");

        Executed executed = Executed.piped("valuations", "--url", api.url(), "--as-of", "1990");

        assertThat(executed.exitCode()).isEqualTo(3);
        assertThat(executed.out()).isEmpty();
        assertThat(executed.err()).contains("No company");
    }

    @Test
    void aServiceThatIsAwayIsToldWithTheWayToStartOne() {
        String gone = api.url();
        api.close();

        Executed executed = Executed.piped("valuations", "--url", gone);

        assertThat(executed.exitCode()).isEqualTo(4);
        assertThat(executed.err()).contains(gone).contains("./vorsprung demo").contains("--url");
    }

    @Test
    void aRefusalIsToldWithEveryBadField() {
        api.refusing(
                "/v1/companies",
                400,
                "{\"detail\":\"asOf: what day is that?\",\"errors\":[{\"field\":\"asOf\",\"message\":\"no date\"}]}");

        Executed executed = Executed.piped("valuations", "--url", api.url(), "--as-of", "0202-07-30");

        assertThat(executed.exitCode()).isEqualTo(1);
        assertThat(executed.err().lines()).containsExactly("vorsprung: asOf: what day is that?", "  asOf: no date");
    }

    @Test
    void aServiceThatIsNotReadyIsAnOutage() {
        api.refusing("/v1/companies", 503, "{\"detail\":\"partition 2 cannot be asked now\"}");

        Executed executed = Executed.piped("valuations", "--url", api.url());

        assertThat(executed.exitCode()).isEqualTo(4);
        assertThat(executed.err()).contains("partition 2 cannot be asked now");
    }

    @Test
    void aTokenGoesAlongAndARefusedOneIsExplained() {
        api.refusing("/v1/companies", 401, "{\"detail\":\"who are you?\"}");

        Executed executed = Executed.piped("valuations", "--url", api.url(), "--token", "secret");

        assertThat(api.requests().get(0).authorization()).contains("Bearer secret");
        assertThat(executed.exitCode()).isEqualTo(1);
        assertThat(executed.err()).contains("VORSPRUNG_TOKEN").doesNotContain("secret");
    }

    @Test
    void whatIsNotVorsprungIsToldFromIt() {
        api.babbling("/v1/companies", 200, "<html>a printer</html>");

        Executed executed = Executed.piped("valuations", "--url", api.url());

        assertThat(executed.exitCode()).isEqualTo(4);
        assertThat(executed.err()).contains("is not Vorsprung").contains("--url");
    }

    @Test
    void aNameCannotCommandTheTerminal() {
        api.answering(
                "/v1/companies",
                "{\"items\":[{\"companyId\":\"x\",\"company\":\"\\u001b[2J\\u202Eevil\\u0007\\nline\"}]}");

        Executed shown = Executed.onTerminal(120, Map.of("NO_COLOR", "1"), "valuations", "--url", api.url());
        Executed json = Executed.onTerminal(120, Map.of(), "valuations", "--url", api.url(), "--json");

        assertThat(shown.outLines()).hasSize(2);
        assertThat(shown.out()).doesNotContain("\u001b", "\u202E", "\u0007").contains("\uFFFD[2J");
        assertThat(json.out()).doesNotContain("\u001b", "\u202E").contains("\\u202eevil");
    }

    @Test
    void onlyATerminalIsColouredAndNeverWithNoColor() {
        api.answering("/v1/companies", BOTH);

        Executed piped = Executed.piped("valuations", "--url", api.url());
        Executed terminal = Executed.onTerminal(120, Map.of(), "valuations", "--url", api.url());
        Executed forbidden = Executed.onTerminal(120, Map.of("NO_COLOR", "1"), "valuations", "--url", api.url());
        Executed dumb = Executed.onTerminal(120, Map.of("TERM", "dumb"), "valuations", "--url", api.url());

        assertThat(piped.out()).doesNotContain("\u001b");
        assertThat(terminal.out()).contains("\u001b[1mcompany");
        assertThat(forbidden.out()).isEqualTo(piped.out());
        assertThat(dumb.out()).isEqualTo(piped.out());
    }

    @Test
    void aNarrowTerminalLeavesOutTheLastColumnsAndSaysSo() {
        api.answering("/v1/companies", BOTH);

        Executed executed = Executed.onTerminal(60, Map.of("NO_COLOR", "1"), "valuations", "--url", api.url());

        assertThat(executed.outLines()).allMatch(line -> line.length() <= 60);
        assertThat(executed.outLines().get(0)).endsWith("announced");
        assertThat(executed.err()).contains("runway, months, ÷ revenue");
    }
}

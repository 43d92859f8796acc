package vorsprung.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class CompanyCommandTest {

    private static final String OPENAI = """
            {"asOf":"2025-03-31T23:59:59.999Z","companyId":"openai","company":"OpenAI","valuationUsd":300000000000,\
            "valuationAt":"2025-03-31T00:00:00Z","totalRaisedUsd":30000000000,"announcedUsd":30000000000,\
            "debtRaisedUsd":4000000000,"rounds":11,"stepUp":1.910828025477707,"yearOverYearMultiple":3.75,\
            "peakValuationUsd":400000000000,"drawdown":0.25,"monthlyBurnUsd":1000000000,"runwayMonths":40.0,\
            "talks":{"amountUsd":5000000000,"valuationUsd":500000000000,"occurredAt":"2025-08-01T00:00:00Z"},\
            "usage":[{"product":"ChatGPT","metric":"WEEKLY_ACTIVE_USERS","value":400000000,"atLeast":true,\
            "occurredAt":"2025-03-31T00:00:00Z"}],\
            "evidence":{"valuationUsd":["a"],"stepUp":["a","b"]},"evidenceCount":{"valuationUsd":1,"stepUp":2}}""";
    private static final String STEPS = """
            {"items":[{"occurredAt":"2024-10-02T00:00:00Z","eventId":"r1","valuationUsd":157000000000,\
            "totalRaisedUsd":19973000000},\
            {"occurredAt":"2025-03-31T00:00:00Z","eventId":"r2","valuationUsd":300000000000,\
            "totalRaisedUsd":30000000000,"stepUp":1.910828025477707}]}""";

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
    void showsFiguresUsageAndSteps() {
        api.answering("/v1/companies/openai", OPENAI).answering("/v1/companies/openai/history", STEPS);

        Executed executed = Executed.piped("company", "openai", "--url", api.url());

        assertThat(executed.exitCode()).isZero();
        assertThat(executed.out()).isEqualTo("""
                        OpenAI  openai, as of 2025-03-31
                          valuation  $300.0bn            since 2025-03-31, 1 event
                          step-up    1.91×               2 events
                          in a year  3.75×
                          peak       $400.0bn            25.0 % below
                          talks      $5.0bn at $500.0bn  rumored 2025-08-01

                          raised               $30.0bn
                          announced, not paid  $30.0bn
                          debt                 $4.0bn
                          rounds               11
                          burn a month         $1.0bn
                          cash                 –
                          runway, months       40.0
                          revenue a year       –
                          valuation ÷ revenue  –

                        product  metric                  value          at
                        ChatGPT  weekly active users  ≥ 400.0m  2025-03-31

                                at  valuation  step-up  raised so far  event
                        2024-10-02   $157.0bn        –        $20.0bn  r1
                        2025-03-31   $300.0bn    1.91×        $30.0bn  r2
                        """);
    }

    @Test
    void takesANameAndItsAliases() {
        api.answering("/v1/companies/mistral-ai", "{}").answering("/v1/companies/google", "{}");

        Executed.piped("company", "Mistral AI", "--json", "--url", api.url());
        Executed.piped("company", "Google DeepMind", "--json", "--url", api.url());

        assertThat(api.asked()).containsExactly("/v1/companies/mistral-ai", "/v1/companies/google");
    }

    @Test
    void historyIsShownAlone() {
        api.answering("/v1/companies/openai/history", STEPS);

        Executed table = Executed.piped("company", "openai", "--history", "--url", api.url());
        Executed json = Executed.piped("company", "openai", "--history", "--json", "--url", api.url());

        assertThat(table.outLines()).hasSize(3);
        assertThat(json.out()).isEqualToIgnoringNewLines(STEPS);
    }

    @Test
    void aChartOfTheValuationIsDrawnOnATerminalOnlyOrWhenAskedFor() {
        api.answering("/v1/companies/openai/history", STEPS.replaceFirst("\\{", "{\"asOf\":\"2025-06-30T00:00:00Z\","));
        String[] words = {"company", "openai", "--history", "--url", api.url()};
        Map<String, String> plain = Map.of("NO_COLOR", "1");

        Executed terminal = Executed.onTerminal(80, plain, words);

        assertThat(terminal.outLines().subList(0, 8))
                .containsExactly(
                        "  $300.0bn |                                       #####################",
                        "           |                                       #####################",
                        "           |.......................................#####################",
                        "           |############################################################",
                        "           |############################################################",
                        "           |############################################################",
                        "        $0 +------------------------------------------------------------",
                        "            2024-10-02                                        2025-06-30");
        assertThat(Executed.onTerminal(80, plain, with(words, "--no-chart")).out())
                .doesNotContain("$0 +");
        assertThat(Executed.onTerminal(80, plain, with(words, "--json")).out()).doesNotContain("$0 +");
        assertThat(Executed.piped(words).out()).doesNotContain("$0 +");
        assertThat(Executed.piped(with(words, "--chart")).out()).contains("$0 +");
    }

    private static String[] with(String[] words, String option) {
        return Stream.concat(Stream.of(words), Stream.of(option)).toArray(String[]::new);
    }

    @Test
    void anEmptyNameIsOfNoCompany() {
        api.answering("/v1/companies", "{\"items\":[{\"companyId\":\"openai\"}]}");

        Executed executed = Executed.piped("company", "", "--url", api.url());

        assertThat(executed.exitCode()).isEqualTo(3);
        assertThat(executed.err()).contains("No company \"\" is known; \"vorsprung valuations\" lists those that are.");
    }

    @Test
    void anUnknownCompanyIsAnsweredWithTheOneThatWasMeant() {
        api.refusing("/v1/companies/opnai", 404, "{\"detail\":\"no fact about opnai\"}")
                .answering("/v1/companies", "{\"items\":[{\"companyId\":\"anthropic\"},{\"companyId\":\"openai\"}]}");

        Executed executed = Executed.piped("company", "opnai", "--url", api.url());
        Executed earlier = Executed.piped("company", "opnai", "--as-of=2020", "--url", api.url());

        assertThat(earlier.err()).contains("No company \"opnai\" is known at that time; ");
        assertThat(executed.exitCode()).isEqualTo(3);
        assertThat(executed.err())
                .isEqualToIgnoringNewLines(
                        "vorsprung: No company \"opnai\" is known; \"vorsprung valuations\" lists those that"
                                + " are.Did you mean openai?");
    }
}

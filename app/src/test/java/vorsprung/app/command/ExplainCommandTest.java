package vorsprung.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ExplainCommandTest {

    private static final String RAISED = """
            {"asOf":"2024-12-31T23:59:59.999Z","subject":"openai","figure":"totalRaisedUsd","value":6500000000,\
            "unit":"US dollars","rule":"The sum over closed rounds.","evidenceCount":1,"facts":[{"eventId":"series-e",\
            "type":"funding-round","key":"openai","occurredAt":"2024-10-02T00:00:00Z",\
            "fields":{"amountUsd":6500000000,"status":"CLOSED"},"reports":[\
            {"recordedAt":"2024-10-02T00:00:00Z","source":{"name":"Reuters"},"topic":"market.funding-rounds",\
            "partition":0,"offset":7,"fields":{"amountUsd":6600000000}},\
            {"recordedAt":"2024-10-03T00:00:00Z","topic":"market.funding-rounds","partition":0,"offset":9,\
            "fields":{"amountUsd":6500000000}}],"disagreements":["amountUsd"]}]}""";

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
    void tellsTheNumberTheRuleTheFactsTheReportsAndTheirDisagreements() {
        api.answering("/v1/companies/openai/why/totalRaisedUsd", RAISED);

        Executed executed = Executed.piped(
                "explain", "company", "OpenAI", "totalRaisedUsd", "--as-of", "2024-12-31", "--url", api.url());

        assertThat(executed.exitCode()).isZero();
        assertThat(executed.out()).isEqualTo("""
                        openai  totalRaisedUsd, as of 2024-12-31
                          totalRaisedUsd  $6.5bn  US dollars
                          The sum over closed rounds.

                        series-e  funding-round, 2024-10-02
                          amountUsd            $6.5bn
                          status               CLOSED
                          reported 2024-10-02  by Reuters       market.funding-rounds partition 0 offset 7
                          reported 2024-10-03  by nobody named  market.funding-rounds partition 0 offset 9
                          Reports disagree on amountUsd: $6.6bn by Reuters, $6.5bn by nobody named.
                        """);
    }

    @Test
    void aVorsprungIsToldWithTheLeadsThatItIsTheMedianOf() {
        api.answering("/v1/benchmarks/gpqa-diamond/why/vorsprungDays", """
                {"asOf":"2025-03-31T23:59:59.999Z","subject":"gpqa-diamond","figure":"vorsprungDays","value":69.0,\
                "unit":"days","rule":"The median.","evidenceCount":120,"facts":[],"leaps":[{"record":{\
                "companyId":"openai","modelId":"openai/o1","score":0.77,"at":"2024-12-17T00:00:00Z","eventId":"a"},\
                "catchUp":{"companyId":"anthropic","modelId":"anthropic/s","score":0.785,\
                "at":"2025-02-24T00:00:00Z","eventId":"b"},"lagDays":69.0}]}""");

        Executed executed = Executed.piped("explain", "benchmark", "GPQA Diamond", "vorsprungDays", "--url", api.url());

        assertThat(executed.out()).isEqualTo("""
                        gpqa-diamond  vorsprungDays, as of 2025-03-31
                          vorsprungDays  69  days
                          The median.

                        record by  score          on  matched by   score          on  days
                        openai/o1   0.77  2024-12-17  anthropic/s  0.785  2025-02-24    69
                        """);
        assertThat(executed.err()).contains("the first 0 of 120 facts");
    }

    @Test
    void aFigureOfSeveralPartsIsToldPartByPartAndAnUnknownOneByADash() {
        api.answering("/v1/companies/openai/why/talks", """
                {"subject":"openai","figure":"talks","value":{"amountUsd":5000000000,\
                "occurredAt":"2025-10-01T00:00:00Z"},"rule":"Rumours.","facts":[]}""").answering("/v1/models/openai/gpt-4o/why/parameters", """
                {"subject":"openai/gpt-4o","figure":"parameters","unit":"count","rule":"As released.","facts":[]}""");

        Executed talks = Executed.piped("explain", "company", "openai", "talks", "--url", api.url());
        Executed parameters = Executed.piped("explain", "model", "openai/gpt-4o", "parameters", "--url", api.url());

        assertThat(talks.outLines()).contains("  amountUsd   $5.0bn", "  occurredAt  2025-10-01");
        assertThat(parameters.outLines()).contains("  parameters  –  count");
    }

    @Test
    void asksForTheTimesTheRecordAndWithoutTheSources() {
        api.answering("/v1/benchmarks/mmlu/why/lagDays", "{\"figure\":\"lagDays\"}");

        Executed executed = Executed.piped(
                "explain",
                "benchmark",
                "mmlu",
                "lagDays",
                "--at=2023-03-14",
                "--known-at=2025",
                "--exclude-source=a b",
                "--exclude-source=c",
                "--json",
                "--url",
                api.url());

        assertThat(executed.out()).isEqualToIgnoringNewLines("{\"figure\":\"lagDays\"}");
        assertThat(api.asked())
                .containsExactly("/v1/benchmarks/mmlu/why/lagDays?knownAt=2025&at=2023-03-14&excludeSource=a%20b"
                        + "&excludeSource=c");
    }

    @Test
    void aFigureThatIsNoneIsAnsweredByTheService() {
        api.refusing("/v1/companies/openai/why/worth", 404, "{\"detail\":\"There is no figure; there are …\"}")
                .answering("/v1/companies", "{\"items\":[{\"companyId\":\"openai\"}]}");

        Executed executed = Executed.piped("explain", "company", "openai", "worth", "--url", api.url());

        assertThat(executed.exitCode()).isEqualTo(3);
        assertThat(executed.err()).contains("There is no figure; there are …");
    }

    @Test
    void ofARecordThatWasNotSetTheCommandIsNamedThatListsThem() {
        api.refusing(
                        "/v1/benchmarks/mmlu/why/lagDays",
                        404,
                        "{\"detail\":\"GET /v1/benchmarks/mmlu/records lists them\"}")
                .answering("/v1/benchmarks", "{\"items\":[{\"benchmarkId\":\"mmlu\"}]}");

        Executed executed =
                Executed.piped("explain", "benchmark", "MMLU", "lagDays", "--at=2023-03-14", "--url", api.url());

        assertThat(executed.exitCode()).isEqualTo(3);
        assertThat(executed.err())
                .isEqualToIgnoringNewLines("vorsprung: No record of the frontier of \"mmlu\" was set at 2023-03-14;"
                        + " \"vorsprung leads mmlu --records\" lists them.");
    }

    @ParameterizedTest
    @CsvSource({
        "compnay, openai, KIND must be one of company; did you mean company?",
        "lead, mmlu, 'KIND must be one of company, benchmark, model, found lead'",
        "model, gpt-4o, 'a model''s id is COMPANY/MODEL, such as openai/gpt-4o; found gpt-4o'"
    })
    void whatCannotBeExplainedIsToldPlainly(String kind, String id, String message) {
        Executed executed = Executed.piped("explain", kind, id, "leader", "--url", api.url());

        assertThat(executed.exitCode()).isEqualTo(2);
        assertThat(executed.err())
                .contains(message.substring(message.indexOf(';') + 1).strip());
        assertThat(api.asked()).isEmpty();
    }
}

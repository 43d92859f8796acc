package vorsprung.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class LeadsCommandTest {

    private static final String GPQA = """
            {"asOf":"2025-03-31T23:59:59.999Z","benchmarkId":"gpqa-diamond","benchmark":"GPQA Diamond",\
            "leader":"google","leaderModelId":"google/gemini-2-5-pro","frontier":0.8383838383838383,\
            "margin":0.0533,"marginPercent":6.794,"leadDays":7.0,"vorsprungDays":69.0,"contenders":1,\
            "lastResultAt":"2025-03-25T00:00:00Z",\
            "claims":[{"claimant":"Sam","minMonths":3,"maxMonths":6,"formerMonths":12,"companyId":"openai",\
            "occurredAt":"2025-03-31T00:00:00Z"}]}""";
    private static final String WINDOWS = """
            {"items":[{"leader":"openai","modelId":"openai/gpt-4","openedAt":"2023-03-14T00:00:00Z",\
            "closedAt":"2024-02-29T00:00:00Z","days":352.0,"openingScore":0.357,"closingScore":0.4236,\
            "maxMargin":0.077,"successor":"anthropic"},\
            {"leader":"google","modelId":"google/gemini-2-5-pro","openedAt":"2025-03-25T00:00:00Z","days":7.5,\
            "openingScore":0.8384,"closingScore":0.8384}]}""";

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
    void aBandOfTheRaceIsDrawnWhenAskedFor() {
        api.answering("/v1/benchmarks/gpqa-diamond", GPQA)
                .answering(
                        "/v1/benchmarks/gpqa-diamond/leads",
                        WINDOWS.replaceFirst("\\{", "{\"asOf\":\"2025-06-30T00:00:00Z\","));

        Executed drawn = Executed.piped("leads", "gpqa-diamond", "--chart", "--url", api.url());
        Executed plain = Executed.piped("leads", "gpqa-diamond", "--url", api.url());

        assertThat(drawn.outLines())
                .containsSubsequence(
                        "  openai  ###########################...................................",
                        "  google  ......................................................########",
                        "");
        assertThat(plain.out()).doesNotContain("..........");
    }

    @Test
    void showsWhoLeadsAndWhoLedBefore() {
        api.answering("/v1/benchmarks/gpqa-diamond", GPQA).answering("/v1/benchmarks/gpqa-diamond/leads", WINDOWS);

        Executed executed = Executed.piped("leads", "GPQA Diamond", "--url", api.url(), "--as-of", "2025-03-31");

        assertThat(executed.exitCode()).isZero();
        assertThat(executed.out()).isEqualTo("""
                        GPQA Diamond  gpqa-diamond, as of 2025-03-31
                          leader           google         with google/gemini-2-5-pro
                          leads for, days  7
                          frontier         0.8384
                          margin           0.0533         6.8 %
                          Vorsprung, days  69             how long a lead lasts nowadays
                          contenders       1              within 2 % of the frontier
                          last result      2025-03-25
                          claimed          3 to 6 months  by Sam, of openai, on 2025-03-31, formerly 12

                        leader       since       until  days  opening  closing  max margin  then       with
                        openai  2023-03-14  2024-02-29   352    0.357   0.4236       0.077  anthropic  openai/gpt-4
                        google  2025-03-25         now   7.5   0.8384   0.8384           –  –          google/gemini-2-5-pro
                        """);
    }

    @Test
    void recordsTellWhoMatchedThemAndWhoHasNotYet() {
        api.answering("/v1/benchmarks/gpqa-diamond", GPQA).answering("/v1/benchmarks/gpqa-diamond/records", """
                        {"items":[{"companyId":"openai","modelId":"openai/o1","score":0.75,"at":"2024-12-17T00:00:00Z",\
                        "lagDays":34.0,"catchUp":{"companyId":"deepseek","modelId":"deepseek/r1","score":0.76,\
                        "at":"2025-01-20T00:00:00Z","costRatio":0.06,"comparable":false}},\
                        {"companyId":"google","modelId":"google/g","score":0.84,"at":"2025-03-25T00:00:00Z",\
                        "lagDays":7.0}]}""");

        Executed executed = Executed.piped("leads", "gpqa-diamond", "--records", "--url", api.url());

        assertThat(executed.out()).endsWith("""
                                at  record by  score       lag, days  matched by   score  cost ratio
                        2024-12-17  openai/o1   0.75              34  deepseek/r1   0.76        0.06
                        2025-03-25  google/g    0.84  7 and counting  –                –           –
                        """);
    }

    @Test
    void calendarWindowsTellSharesOfTheTime() {
        api.answering("/v1/benchmarks/gpqa-diamond/windows?size=P3M&by=openness", """
                {"unknownResults":4,"items":[{"from":"2025-01-01T00:00:00Z","to":"2025-04-01T00:00:00Z",\
                "leaderAtEnd":"closed","shares":{"closed":0.75,"open":0.25},"leadChanges":2,"frontierEnd":0.8384,\
                "marginAtEnd":0.1,"contenders":1,"medianLagDays":50.5}]}""");

        Executed executed =
                Executed.piped("leads", "gpqa-diamond", "--windows=P3M", "--by=openness", "--url", api.url());

        assertThat(executed.outLines().get(1))
                .isEqualTo("2025-01-01  2025-04-01  closed               2    0.8384     0.1           1       50.5"
                        + "  closed 75.0 %, open 25.0 %");
        assertThat(executed.err()).contains("Left out: 4 results");
    }

    @Test
    void jsonIsTheListThatWasAskedFor() {
        api.answering("/v1/benchmarks/gpqa-diamond/leads", WINDOWS);

        Executed executed = Executed.piped("leads", "gpqa-diamond", "--json", "--url", api.url());

        assertThat(executed.out()).isEqualToIgnoringNewLines(WINDOWS);
        assertThat(api.requests()).hasSize(1);
    }

    @Test
    void ofAnUnknownBenchmarkTheCommandIsNamedThatListsThem() {
        api.answering("/v1/benchmarks", "{\"items\":[{\"benchmarkId\":\"mmlu\"},{\"benchmarkId\":\"gpqa-diamond\"}]}");

        Executed executed = Executed.piped("leads", "gpqa", "--url", api.url());

        assertThat(executed.exitCode()).isEqualTo(3);
        assertThat(executed.err()).contains("No benchmark \"gpqa\" is known", "\"vorsprung benchmarks\"");
    }

    @Test
    void withoutABenchmarkItListsThoseThereAre() {
        api.answering("/v1/benchmarks", "{\"items\":[" + GPQA + "]}");

        Executed executed = Executed.piped("leads", "--url", api.url());

        assertThat(executed.exitCode()).isZero();
        assertThat(executed.outLines().get(1)).startsWith("gpqa-diamond  google");
    }

    @Test
    void benchmarksAreListedOrShownOneByOne() {
        api.answering("/v1/benchmarks", "{\"items\":[" + GPQA + "]}").answering("/v1/benchmarks/gpqa-diamond", GPQA);

        Executed list = Executed.piped("benchmarks", "--url", api.url());
        Executed one = Executed.piped("benchmarks", "gpqa-diamond", "--url", api.url());

        assertThat(list.out()).isEqualTo("""
                        benchmark     leader  frontier  margin  leads for, days  Vorsprung, days  contenders  last result
                        gpqa-diamond  google    0.8384   6.8 %                7               69           1   2025-03-25
                        """);
        assertThat(one.outLines().get(0)).isEqualTo("GPQA Diamond  gpqa-diamond, as of 2025-03-31");
    }
}

package vorsprung.app.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The dashboard in a real browser, over the bundled history. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DashboardIT {
    private static final String THEN = "asOf=2025-03-31";

    @TempDir
    private static Path folder;

    private @Nullable DemoProcess demo;
    private @Nullable Browser browser;

    @BeforeAll
    void open() throws IOException {
        assumeTrue(Browser.isInstalled(), "chromium and chromedriver are not installed");
        demo = DemoProcess.start(folder.resolve("data"));
        browser = Browser.on(demo.api(), folder.resolve("profile"));
    }

    @AfterAll
    void close() {
        if (browser != null) {
            browser.close();
        }
        if (demo != null) {
            demo.close();
        }
    }

    @BeforeEach
    void asOnADesk() {
        browser().forget();
        browser().width(1_400);
        browser().scheme("light");
    }

    @AfterEach
    void nothingIsWrongAndNobodyElseWasAsked() {
        assertThat(browser().complaints()).isEmpty();
        assertThat(browser().requestsOutside()).isEmpty();
    }

    @Test
    void theMarketTellsTheStory() {
        browser().open("/#/market?" + THEN);

        String row = browser().await("tbody tr:has(#watch-openai)", "OpenAI");

        assertThat(row).contains("$300bn", "1.91×", "$30bn", "40 months");
        assertThat(browser().await("tbody tr:has(#watch-anthropic)", "Anthropic"))
                .contains("$61.5bn", "3.34×");
        assertThat(browser().texts(".tile")).anyMatch(tile -> tile.contains("69 days") && tile.contains("3–6 months"));
    }

    @Test
    void aPageThatWasOpenedTooEarlyFillsItselfOnceTheServerIsReady() {
        Runnable undo = browser().beforeEachPage("""
                const ask = fetch;
                window.fetch = (...asked) => window.ready ? ask(...asked) : Promise.resolve(new Response(
                    JSON.stringify({detail: 'restoring 4 partitions'}),
                    {status: 503, headers: {'Content-Type': 'application/problem+json'}}));
                """);
        try {
            browser().open("/#/market?" + THEN);
            assertThat(browser().await(".state", "getting ready")).contains("restoring 4 partitions");

            browser().run("window.ready = true");

            browser().await("tbody tr:has(#watch-openai)", "OpenAI");
        } finally {
            undo.run();
        }
    }

    @Test
    void companiesStandSideBySideAndAreWatchedInTheUrl() {
        browser().open("/#/market?" + THEN + "&compare=openai");
        browser().await("h2", "Valuation over time");

        browser().click("#compare-xai");
        browser().await("caption", "Side by side");
        browser().click("#watch-xai");
        browser().await("#only", "Show the 1 watched");
        browser().click("#only");

        browser().await("caption", "1 companies");
        assertThat(browser().path()).contains("compare=openai,xai", "watch=xai", "only=watched");
    }

    @Test
    void theRaceShowsWhoLeadsForHowLongAndWhatWasClaimed() {
        browser().open("/#/race?benchmark=gpqa-diamond&" + THEN);

        browser().await("h1", "Google leads on GPQA Diamond");

        assertThat(browser().await("tbody", "352 days")).contains("OpenAI", "165 days", "7 days");
        assertThat(browser().texts(".tile"))
                .anyMatch(tile -> tile.contains("69 days") && tile.contains("OpenAI claimed 3–6 months"));
        assertThat(browser().texts("h2")).contains("How long a lead lasts", "Time in the lead, by quarter");
        assertThat(browser().run("return document.querySelectorAll('.plot canvas').length"))
                .isEqualTo(3L);
    }

    @Test
    void openAndClosedWeightsRaceToo() {
        browser().open("/#/race?benchmark=gpqa-diamond&by=openness&" + THEN);

        assertThat(browser().await("tbody", "Open weights")).contains("Closed weights", "55 days");
    }

    @Test
    void theSliderChoosesWhatACapabilityMustReach() {
        browser().open("/#/prices?benchmark=mmlu&minScore=0.7&" + THEN);
        browser().await("figcaption", "90 times cheaper each year");

        browser()
                .run("const slider = document.getElementById('minScore'); slider.value = 0.85;"
                        + "slider.dispatchEvent(new Event('change'));");

        browser().await("h2", "Price of at least 0.85 on MMLU");
        assertThat(browser().path()).contains("minScore=0.85");
    }

    @Test
    void aLinkWatchesWhatItsSenderWatchedAndTheBrowserKeepsItsOwn() {
        browser().open("/#/market?" + THEN);
        browser().await("tbody", "OpenAI");
        browser().click("#watch-mistral-ai");
        browser().await("#only", "Show the 1 watched");

        browser().open("/#/market?only=watched&watch=xai,anthropic&" + THEN);
        browser().await("caption", "2 companies");
        assertThat(browser().texts("tbody th")).containsExactlyInAnyOrder("xAI", "Anthropic");
        browser().open("/#/market?only=watched&" + THEN);

        browser().await("caption", "1 companies");
        assertThat(browser().texts("tbody th")).containsExactly("Mistral AI");
    }

    @Test
    void aChartIsSavedAsAPictureAndAsATable() throws IOException {
        Path downloads = Files.createDirectories(folder.resolve("downloads"));
        browser().downloadTo(downloads);
        browser().open("/#/race?benchmark=gpqa-diamond&" + THEN);
        browser().await("figcaption", "Google leads since 25 Mar 2025");

        browser().click("figure .tools button:nth-child(1)");
        browser().click("figure .tools button:nth-child(2)");

        Picture picture = Picture.await(downloads.resolve("race-gpqa-diamond.png"));
        assertThat(picture.width()).isGreaterThan(400);
        assertThat(picture.colours()).isGreaterThan(10);
        Path table = downloads.resolve("race-gpqa-diamond.csv");
        Awaitility.await().until(() -> Files.exists(table) && Files.size(table) > 0);
        assertThat(Files.readAllLines(table))
                .startsWith("Date,Company,Model,Score,Matched by,With,On,Days until then")
                .anyMatch(line ->
                        line.startsWith("2025-03-25,Google,google/gemini-2-5-pro-exp-03-25,0.838384,nobody yet"));
    }

    @Test
    void aFigureSaysWhyItIsWhatItIs() {
        browser().open("/#/market?" + THEN);
        browser().await("tbody", "OpenAI");

        browser().click("[data-why='companies/openai/runwayMonths']");
        String reasons = browser().await("dialog", "article:openai-burn");

        assertThat(reasons).contains("OpenAI: Runway", "40 months", "market.financial-reports", "offset");
        assertThat(browser().path()).contains("why=companies/openai/runwayMonths");
        browser().click("dialog [aria-label=Close]");
        assertThat(browser().texts("dialog")).isEmpty();
        assertThat(browser().run("return document.activeElement.dataset.why"))
                .isEqualTo("companies/openai/runwayMonths");
    }

    @Test
    void theTimeControlsTravelAndALaterCorrectionIsMarked() {
        browser().open("/#/market");
        browser().await("tbody", "OpenAI");

        choose("asOf", "2021-12-31");
        String marked = browser().await("tbody tr:has(#watch-openai)", "$14bn not known then");
        choose("knownAt", "2022-12-31");
        browser().await("#times", "Back to now");
        Awaitility.await().until(() -> !browser().texts("tbody").toString().contains("$14bn"));

        assertThat(marked).contains("1 Jul 2021");
        assertThat(browser().path()).contains("asOf=2021-12-31", "knownAt=2022-12-31");
    }

    private void choose(String control, String day) {
        browser()
                .run(
                        "const input = document.getElementById(arguments[0]); input.value = arguments[1];"
                                + "input.dispatchEvent(new Event('change'));",
                        control,
                        day);
    }

    @Test
    void aPublishedEventArrivesByItselfAndItsTextStaysText() throws Exception {
        browser().open("/#/now");
        browser().await("[role=status]", "Live");
        assertThat(browser().texts("#times input")).as("no time but now").isEmpty();

        demo().publish("funding-round", """
                {"company": "<img src=x onerror=alert(1)>", "round": "A", "occurredAt": "2026-11-20",
                 "amountUsd": 1000000, "postMoneyValuationUsd": 5000000, "source": {"name": "<b>x</b>"}}
                """);
        browser().await("[aria-label='Changed figures'] li", "Valuation – → $5m");
        browser().open("/#/market");

        browser().await("tbody", "<img src=x onerror=alert(1)>");
        assertThat(browser().run("return document.querySelectorAll('main img').length"))
                .isEqualTo(0L);
    }

    @Test
    void aChartStandsAloneForAFrame() {
        browser().open("/embed.html?chart=race&benchmark=gpqa-diamond&" + THEN);

        browser().await("figcaption", "Google leads since 25 Mar 2025");
        assertThat(browser().texts("nav")).isEmpty();
    }

    @Test
    void theApiCanBeTriedOnAPage() {
        browser().open("/docs");

        browser().await("#docs", "Vorsprung query API");
        browser().await("#docs", "/v1/companies/{companyId}/history");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/#/market?asOf=2025-03-31&compare=openai,anthropic",
                "/#/race?asOf=2025-03-31",
                "/#/prices",
                "/#/now",
                "/#/market?why=companies/openai/valuationUsd",
                "/embed.html?chart=capability&benchmark=mmlu&minScore=0.7"
            })
    void everybodyCanUseAPageAtAnyWidthAndInTheDark(String path) {
        for (int width : new int[] {768, 1_400, 360}) {
            browser().width(width);
            browser().open(path);
            browser().await(path.contains("why=") ? "dialog .fact" : "h1", "");
            assertThat(browser()
                            .run("return document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                    .as("pixels that %s is wider than %d", path, width)
                    .isEqualTo(0L);
        }

        browser().scheme("light");
        assertThat(browser().axe()).as("%s in the light", path).isEmpty();
        browser().scheme("dark");
        assertThat(browser().axe()).as("%s in the dark", path).isEmpty();
    }

    private Browser browser() {
        return Objects.requireNonNull(browser);
    }

    private DemoProcess demo() {
        return Objects.requireNonNull(demo);
    }
}

package vorsprung.processor.domain.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static vorsprung.processor.domain.lead.ResultBuilder.aResult;
import static vorsprung.processor.domain.lead.ResultBuilder.day;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import vorsprung.processor.domain.fact.Result;

/** The story in numbers: GPQA Diamond as Epoch AI measured it. */
class GpqaDiamondTest {
    private static final Instant END_OF_MARCH = Instant.parse("2025-03-31T23:59:59.999Z");

    @Test
    void leadsBecameShorterBetween2023And2025() throws IOException {
        RaceView view = RaceReplay.of(results(), Contestants.COMPANIES).asOf(END_OF_MARCH);

        assertThat(RaceFixture.all(view.leads(null)))
                .extracting(LeadWindow::leader, LeadWindow::openedAt, LeadWindow::days)
                .containsExactly(
                        tuple("openai", day("2023-03-14"), 352.0),
                        tuple("anthropic", day("2024-02-29"), 74.0),
                        tuple("openai", day("2024-05-13"), 38.0),
                        tuple("anthropic", day("2024-06-20"), 84.0),
                        tuple("openai", day("2024-09-12"), 165.0),
                        tuple("anthropic", day("2025-02-24"), 29.0),
                        tuple("google", day("2025-03-25"), 7.0));
    }

    @Test
    void theVorsprungWasSixtyNineDays() throws IOException {
        RaceHistory history = RaceReplay.of(results(), Contestants.COMPANIES);

        assertThat(history.asOf(END_OF_MARCH).figures().orElseThrow().vorsprungDays())
                .isEqualTo(69.0);
        assertThat(history.asOf(day("2030-01-01")).figures().orElseThrow().vorsprungDays())
                .isEqualTo(69.0);
    }

    private static List<Result> results() throws IOException {
        try (InputStream csv = Objects.requireNonNull(GpqaDiamondTest.class.getResourceAsStream("gpqa-diamond.csv"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(csv, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(GpqaDiamondTest::result)
                    .toList();
        }
    }

    private static Result result(String line) {
        List<String> cells = List.of(line.split(",", -1));
        return aResult()
                .of(cells.get(1))
                .by(cells.get(2))
                .scoring(Double.parseDouble(cells.get(3)))
                .on(cells.get(0));
    }
}

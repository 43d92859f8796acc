package vorsprung.processor.domain.price;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vorsprung.processor.domain.fact.Dates;
import vorsprung.processor.domain.fact.Place;
import vorsprung.processor.domain.fact.Price;
import vorsprung.processor.domain.price.ModelBook.Timelines;

/** What 0.7 on MMLU costs, from real scores and list prices; mmlu.csv names their sources. */
class MmluPriceTest {
    private static final BigDecimal MICRO = BigDecimal.valueOf(1_000_000);

    private final Map<String, Instant> reached = new TreeMap<>();
    private final Map<String, ModelBook> books = new TreeMap<>();

    @BeforeEach
    void readScoresAndPrices() throws IOException {
        try (InputStream csv = Objects.requireNonNull(getClass().getResourceAsStream("mmlu.csv"))) {
            new String(csv.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(this::read);
        }
    }

    @Test
    void sevenTenthsOfMmluFellFromFifteenDollarsToSixCents() {
        assertThat(asOf("2025-03-31").steps())
                .extracting(
                        step -> step.from().toString().substring(0, 10),
                        CapabilityStep::modelId,
                        step -> step.blended().usd().toPlainString())
                .containsExactly(
                        tuple("2023-11-06", "openai/gpt-4-turbo", "15"),
                        tuple("2024-03-04", "anthropic/claude-3-sonnet", "6"),
                        tuple("2024-03-13", "anthropic/claude-3-haiku", "0.5"),
                        tuple("2024-07-18", "openai/gpt-4o-mini", "0.2625"),
                        tuple("2024-12-03", "amazon/amazon-nova-micro", "0.06125"));
    }

    @Test
    void thatIsNinetyTimesCheaperEachYear() {
        assertThat(asOf("2025-03-31").factorPerYear()).isCloseTo(89.5445, within(0.0001));
    }

    private CapabilityPrice asOf(String date) {
        List<CapableModel> models = new ArrayList<>();
        reached.forEach((modelId, since) -> models.add(
                new CapableModel(modelId, since, new PriceHistory(book(modelId), Dates.end(date)).quotes())));
        return CapabilityPrice.of(models, null, null, Dates.end(date));
    }

    private ModelBook book(String modelId) {
        return books.computeIfAbsent(modelId, id -> new ModelBook(Timelines.onHeap()));
    }

    private void read(String line) {
        List<String> cells = List.of(line.split(",", -1));
        Instant at = Dates.start(cells.get(0));
        String modelId = cells.get(2);
        if (cells.get(1).equals("score")) {
            reached.putIfAbsent(modelId, at);
        } else {
            Price price =
                    new Price(new Place(at, at, line), "", null, microUsd(cells.get(3)), microUsd(cells.get(4)), null);
            book(modelId).change(Optional.empty(), Optional.of(price));
        }
    }

    private static long microUsd(String usd) {
        return new BigDecimal(usd).multiply(MICRO).longValueExact();
    }
}

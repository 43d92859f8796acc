package vorsprung.processor.domain.valuation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vorsprung.processor.domain.fact.CompanyFact;
import vorsprung.processor.domain.fact.Finances;
import vorsprung.processor.domain.fact.Place;
import vorsprung.processor.domain.valuation.BookChange.Stretch;

/**
 * What a change of the books leaves to be judged again. Found by the properties of arrival: a burn was reported before
 * the cash, of more than a year earlier, that pays it.
 */
class BookChangeTest {
    private final CompanyBook book = new CompanyBook(CompanyBook.Timelines.onHeap());

    @Test
    void aReportOfCashIsJudgedWithEveryLaterBurnThatIsPaidFromIt() {
        report("burn", "2025-03-01", 1_000L, null);
        report("later-burn", "2025-06-01", 1_000L, null);

        assertThat(report("cash", "2023-01-01", null, 0L).runways())
                .contains(new Stretch(day("2023-01-01"), day("2025-06-01")));
    }

    @Test
    void nothingBehindTheNextReportOfCashIsJudgedAgain() {
        report("burn", "2025-03-01", 1_000L, null);
        report("next-cash", "2023-06-01", null, 5_000L);

        assertThat(report("cash", "2023-01-01", null, 0L).runways())
                .contains(new Stretch(day("2023-01-01"), day("2023-06-01")));
    }

    @Test
    void aReportOfBurnIsJudgedUntilTheNextOne() {
        report("next-burn", "2023-02-01", 1_000L, null);
        report("burn-after-that", "2023-03-01", 1_000L, null);

        assertThat(report("burn", "2023-01-01", 1_000L, null).runways())
                .contains(new Stretch(day("2023-01-01"), day("2023-02-01")));
    }

    @Test
    void theLastReportOfBurnIsJudgedForAYear() {
        assertThat(report("burn", "2023-01-01", 1_000L, null).runways())
                .contains(new Stretch(day("2023-01-01"), day("2024-01-02")));
    }

    private BookChange report(String eventId, String day, @Nullable Long burn, @Nullable Long cash) {
        Place place = new Place(day(day), day("2025-07-01"), eventId);
        CompanyFact books = new CompanyFact.Books(Optional.of("Example"), new Finances(place, burn, null, cash));
        return book.change(Optional.empty(), Optional.of(books));
    }

    private static Instant day(String day) {
        return Instant.parse(day + "T00:00:00Z");
    }
}

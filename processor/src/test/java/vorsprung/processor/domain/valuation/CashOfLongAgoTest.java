package vorsprung.processor.domain.valuation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vorsprung.processor.domain.fact.CompanyFact;
import vorsprung.processor.domain.fact.Finances;
import vorsprung.processor.domain.fact.Place;

/** Found by the properties of arrival: a burn was reported before the cash, of more than a year earlier, that pays it. */
class CashOfLongAgoTest {
    private final CompanyBook book = new CompanyBook(CompanyBook.Timelines.onHeap());

    @Test
    void aReportOfCashTouchesEveryLaterBurnThatIsPaidFromIt() {
        report("burn", "2025-03-01", 1_000L, null);
        report("later-burn", "2025-06-01", 1_000L, null);

        assertThat(report("cash", "2023-01-01", null, 0L)).containsExactly(day("2023-01-01"), day("2025-06-01"));
    }

    @Test
    void aReportOfCashTouchesNothingBehindTheNextOne() {
        report("burn", "2025-03-01", 1_000L, null);
        report("next-cash", "2023-06-01", null, 5_000L);

        assertThat(report("cash", "2023-01-01", null, 0L)).containsExactly(day("2023-01-01"));
    }

    private Set<Instant> report(String eventId, String day, @Nullable Long burn, @Nullable Long cash) {
        Place place = new Place(day(day), day("2025-07-01"), eventId);
        CompanyFact books = new CompanyFact.Books(Optional.of("Example"), new Finances(place, burn, null, cash));
        return book.change(Optional.empty(), Optional.of(books));
    }

    private static Instant day(String day) {
        return Instant.parse(day + "T00:00:00Z");
    }
}

package vorsprung.processor.domain.valuation;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vorsprung.processor.domain.fact.Place;
import vorsprung.processor.domain.valuation.BookChange.Stretch;

/**
 * Appraises a company as of any valid time, from a book that does not change meanwhile. The last appraisal is kept for as
 * long as it stands, since most ask about now.
 */
public final class Appraiser {
    private static final Duration TICK = Duration.ofMillis(1);

    private final String companyId;
    private final CompanyBook book;
    private @Nullable Standing last;

    /** An appraisal, and the valid times as of which it is the same. */
    private record Standing(Optional<Company> company, Stretch stretch) {
        boolean stands(Instant asOf) {
            return !asOf.isBefore(stretch.from()) && !asOf.isAfter(stretch.to());
        }
    }

    /** The appraiser of this company. */
    public Appraiser(String companyId, CompanyBook book) {
        this.companyId = companyId;
        this.book = book;
    }

    /** What the company is appraised from. */
    public CompanyBook book() {
        return book;
    }

    /** The figures as of a valid time; empty when no funding, usage or financial fact of the company is in force. */
    public Optional<Company> company(Instant asOf) {
        Standing standing = last;
        if (standing == null || !standing.stands(asOf)) {
            standing = new Standing(new Appraisal(companyId, book, asOf).company(), sameAs(asOf));
            last = standing;
        }
        return standing.company;
    }

    /**
     * The valid times around one as of which the same facts have occurred, and the same of them within the year that a
     * runway looks back; nothing else of the time matters to a figure. Within one day that year is of one length.
     */
    private Stretch sameAs(Instant asOf) {
        Instant yearAgo = Runway.lookback(asOf);
        Duration year = Duration.between(yearAgo, asOf);
        Instant day = asOf.truncatedTo(ChronoUnit.DAYS);
        Place now = Place.endOf(asOf);
        Place then = Place.startOf(yearAgo);
        Optional<Instant> entered = book.occurredBefore(now);
        Optional<Instant> left =
                book.occurredBefore(then).map(at -> at.plus(year).plus(TICK));
        Optional<Instant> enters = book.occursFrom(now).map(at -> at.minus(TICK));
        Optional<Instant> leaves = book.occursFrom(then).map(at -> at.plus(year));
        return new Stretch(
                with(day, entered, left).max(Comparator.naturalOrder()).orElseThrow(),
                with(day.plus(1, ChronoUnit.DAYS).minus(TICK), enters, leaves)
                        .min(Comparator.naturalOrder())
                        .orElseThrow());
    }

    private static Stream<Instant> with(Instant bound, Optional<Instant> one, Optional<Instant> other) {
        return Stream.concat(Stream.of(bound), Stream.concat(one.stream(), other.stream()));
    }
}

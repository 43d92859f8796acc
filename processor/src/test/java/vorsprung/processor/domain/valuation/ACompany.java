package vorsprung.processor.domain.valuation;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vorsprung.processor.domain.fact.Claim;
import vorsprung.processor.domain.fact.CompanyFact;
import vorsprung.processor.domain.fact.Dates;
import vorsprung.processor.domain.fact.Finances;
import vorsprung.processor.domain.fact.Place;
import vorsprung.processor.domain.fact.Usage;
import vorsprung.processor.domain.valuation.CompanyBook.Timelines;

/** A company of which a test says what is in force, and asks for the figures. */
final class ACompany {
    private final CompanyBook book = new CompanyBook(Timelines.onHeap());

    static ACompany with(RoundBuilder... rounds) {
        ACompany company = new ACompany();
        for (RoundBuilder round : rounds) {
            company.and(round.build());
        }
        return company;
    }

    ACompany and(CompanyFact fact) {
        book.change(Optional.empty(), Optional.of(fact));
        return this;
    }

    ACompany without(CompanyFact fact) {
        book.change(Optional.of(fact), Optional.empty());
        return this;
    }

    ACompany burning(String eventId, String date, long monthlyUsd) {
        return and(books(eventId, date, monthlyUsd, null, null));
    }

    ACompany earning(String eventId, String date, long yearlyUsd) {
        return and(books(eventId, date, null, yearlyUsd, null));
    }

    ACompany holding(String eventId, String date, long cashUsd) {
        return and(books(eventId, date, null, null, cashUsd));
    }

    ACompany used(String eventId, String date, String product, String metric, @Nullable Long value) {
        return and(
                new CompanyFact.Use(Optional.empty(), new Usage(place(eventId, date), product, metric, value, null)));
    }

    ACompany claiming(String eventId, String date) {
        return and(
                new CompanyFact.Lead(Optional.of("By Claim"), new Claim(place(eventId, date), null, 3.0, 6.0, null)));
    }

    ACompany named(String eventId, String date, String name) {
        return and(new CompanyFact.Books(Optional.of(name), new Finances(place(eventId, date), null, null, null)));
    }

    CompanyBook book() {
        return book;
    }

    Optional<Company> listedAsOf(String date) {
        return new Appraisal("openai", book, Dates.end(date)).company();
    }

    Company asOf(String date) {
        return listedAsOf(date).orElseThrow();
    }

    static Place place(String eventId, String date) {
        return new Place(Dates.start(date), Dates.start(date), eventId);
    }

    private static CompanyFact books(
            String eventId, String date, @Nullable Long burn, @Nullable Long revenue, @Nullable Long cash) {
        return new CompanyFact.Books(Optional.empty(), new Finances(place(eventId, date), burn, revenue, cash));
    }
}

package vorsprung.processor.domain.valuation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;
import vorsprung.processor.domain.fact.Claim;
import vorsprung.processor.domain.fact.CompanyFact;
import vorsprung.processor.domain.fact.Finances;
import vorsprung.processor.domain.fact.Place;
import vorsprung.processor.domain.fact.Round;
import vorsprung.processor.domain.fact.Round.Kind;
import vorsprung.processor.domain.fact.Round.Status;
import vorsprung.processor.domain.fact.Usage;

/** Companies of few instants, ids and amounts, so that ties, tranches of every kind and repeated facts are common. */
final class RandomCompanies {
    private static final List<String> IDS = List.of("a", "b", "c", "d", "e");
    private static final List<Instant> INSTANTS = List.of(
            Instant.parse("2023-02-28T00:00:00Z"),
            Instant.parse("2024-02-28T23:59:59.999Z"),
            Instant.parse("2024-02-29T00:00:00Z"),
            Instant.parse("2024-06-30T12:00:00Z"),
            Instant.parse("2025-02-28T00:00:00Z"),
            Instant.parse("2025-03-31T00:00:00Z"));

    private RandomCompanies() {}

    /** Facts that come, change and go, in this order. */
    static Arbitrary<List<Change>> changes() {
        Arbitrary<Boolean> stays = Arbitraries.of(true, true, true, false);
        return Combinators.combine(facts(), stays).as(Change::new).list().ofMaxSize(30);
    }

    /** A fact as it now is; or, when it goes, the one of its kind and eventId is no longer in force. */
    record Change(CompanyFact fact, boolean stays) {}

    /** Takes the changes into the book and answers with the facts that are in force after them. */
    static List<CompanyFact> apply(List<Change> changes, CompanyBook book) {
        return apply(changes, book, change -> {});
    }

    /** The same, and says after each what it left to be judged again. */
    static List<CompanyFact> apply(List<Change> changes, CompanyBook book, Consumer<BookChange> said) {
        Map<String, CompanyFact> inForce = new TreeMap<>();
        for (Change change : changes) {
            CompanyFact fact = change.fact();
            String id = fact.kind() + " " + fact.place().eventId();
            Optional<CompanyFact> before = Optional.ofNullable(inForce.remove(id));
            if (change.stays()) {
                inForce.put(id, fact);
            }
            Optional<CompanyFact> after = Optional.ofNullable(inForce.get(id));
            if (before.isPresent() || after.isPresent()) {
                said.accept(book.change(before, after));
            }
        }
        return List.copyOf(inForce.values());
    }

    private static Arbitrary<CompanyFact> facts() {
        return Arbitraries.frequencyOf(
                Tuple.of(8, rounds()), Tuple.of(2, finances()), Tuple.of(2, usages()), Tuple.of(1, claims()));
    }

    private static Arbitrary<CompanyFact> rounds() {
        Arbitrary<@Nullable String> trancheOf =
                Arbitraries.of("a", "a", "b", "c", "missing").injectNull(0.5);
        return Combinators.combine(
                        places(),
                        kinds(),
                        Arbitraries.of(Status.CLOSED, Status.CLOSED, Status.ANNOUNCED, Status.RUMORED),
                        usd(),
                        usd(),
                        usd(),
                        trancheOf,
                        names())
                .as((place, kind, status, amount, pre, post, of, name) -> new CompanyFact.Funding(
                        Optional.ofNullable(name), new Round(place, null, kind, status, amount, pre, post, of)));
    }

    /** Those that are added up more often than those that only move the valuation. */
    private static Arbitrary<Kind> kinds() {
        return Arbitraries.oneOf(Arbitraries.of(Kind.class), Arbitraries.of(Kind.EQUITY, Kind.DEBT));
    }

    private static Arbitrary<CompanyFact> finances() {
        return Combinators.combine(places(), usd(), usd(), usd(), names())
                .as((place, burn, revenue, cash, name) ->
                        new CompanyFact.Books(Optional.ofNullable(name), new Finances(place, burn, revenue, cash)));
    }

    private static Arbitrary<CompanyFact> usages() {
        return Combinators.combine(
                        places(),
                        Arbitraries.of("ChatGPT", "Sora", ""),
                        Arbitraries.of("DAILY_TOKENS", "TOTAL_USERS", ""),
                        usd(),
                        Arbitraries.of(true, false).injectNull(0.3))
                .as((place, product, metric, value, atLeast) ->
                        new CompanyFact.Use(Optional.empty(), new Usage(place, product, metric, value, atLeast)));
    }

    private static Arbitrary<CompanyFact> claims() {
        return Combinators.combine(places(), names())
                .as((place, name) ->
                        new CompanyFact.Lead(Optional.ofNullable(name), new Claim(place, "somebody", 3.0, 6.0, null)));
    }

    private static Arbitrary<Place> places() {
        return Combinators.combine(Arbitraries.of(INSTANTS), Arbitraries.of(INSTANTS), Arbitraries.of(IDS))
                .as(Place::new);
    }

    private static Arbitrary<@Nullable Long> usd() {
        return Arbitraries.of(0L, 1L, 3L, 10L, 40L, 157L, 300L).injectNull(0.3);
    }

    private static Arbitrary<@Nullable String> names() {
        return Arbitraries.of("OpenAI", "Open AI").injectNull(0.5);
    }
}

package vorsprung.processor.topology;

import static vorsprung.processor.topology.Events.at;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import vorsprung.event.FundingKind;
import vorsprung.event.Precision;
import vorsprung.event.RoundStatus;
import vorsprung.event.TrainingCostBasis;

/** Reports over few facts, times and values, so that corrections, ties, retractions and new starts are common. */
final class RandomReports {
    /** Every knowledge time of a report. */
    static final List<Instant> KNOWN = List.of(at("2025-04-01"), at("2025-05-01"), at("2025-06-01"));

    /** Instants between which and at which facts occur. */
    static final List<Instant> AS_OF =
            List.of(at("2024-06-29T23:59:59.999Z"), at("2024-12-31"), at("2025-03-31"), at("2025-12-31"));

    private static final List<Time> TIMES = List.of(
            new Time(at("2024-01-01"), Precision.YEAR),
            new Time(at("2024-06-30"), Precision.DAY),
            new Time(at("2025-01-01"), Precision.YEAR),
            new Time(at("2025-03-01"), Precision.MONTH),
            new Time(at("2025-03-31"), Precision.DAY),
            new Time(at("2025-03-31T12:00:00Z"), null));

    private RandomReports() {}

    private record Time(Instant at, @Nullable Precision precision) {}

    private record Head(
            String eventId,
            Time time,
            Instant recordedAt,
            @Nullable Boolean retracted) {}

    /** Reports about one company. */
    static Arbitrary<List<Sketch>> ofACompany() {
        return reports(Arbitraries.frequencyOf(Tuple.of(6, rounds()), Tuple.of(2, finances()), Tuple.of(1, usages())));
    }

    /** Reports about one benchmark. */
    static Arbitrary<List<Sketch>> ofABenchmark() {
        return reports(results());
    }

    /** Reports about one model. */
    static Arbitrary<List<Sketch>> ofAModel() {
        return reports(Arbitraries.oneOf(releases(), prices()));
    }

    private static Arbitrary<List<Sketch>> reports(Arbitrary<Sketch> each) {
        return each.list().ofMinSize(1).ofMaxSize(10);
    }

    private static Arbitrary<Head> heads() {
        return Combinators.combine(
                        Arbitraries.of("a", "b", "c", "d"),
                        Arbitraries.of(TIMES),
                        Arbitraries.of(KNOWN),
                        Arbitraries.of(true).injectNull(0.9))
                .as(Head::new);
    }

    private static Arbitrary<Sketch> rounds() {
        return Combinators.combine(
                        heads(),
                        Arbitraries.of(FundingKind.values()).injectNull(0.4),
                        Arbitraries.of(RoundStatus.values()).injectNull(0.4),
                        amounts(),
                        amounts(),
                        Arbitraries.of("a", "b").injectNull(0.6),
                        cleared("amountUsd", "postMoneyValuationUsd", "kind", "trancheOf"))
                .as(RandomReports::round);
    }

    private static Sketch round(
            Head head,
            @Nullable FundingKind kind,
            @Nullable RoundStatus status,
            @Nullable Long amount,
            @Nullable Long valuation,
            @Nullable String trancheOf,
            @Nullable List<String> cleared) {
        return sketch(
                "round",
                head,
                companyId -> Events.round(companyId, head.eventId(), "2025-01-01")
                        .setCompany("OpenAI")
                        .setOccurredAt(head.time().at())
                        .setOccurredAtPrecision(head.time().precision())
                        .setRecordedAt(head.recordedAt())
                        .setRetracted(head.retracted())
                        .setKind(kind)
                        .setStatus(status)
                        .setAmountUsd(amount)
                        .setPostMoneyValuationUsd(valuation)
                        .setTrancheOf(trancheOf)
                        .setClears(cleared)
                        .build());
    }

    private static Arbitrary<Sketch> finances() {
        return Combinators.combine(heads(), amounts(), amounts(), cleared("cashUsd"))
                .as((head, burn, cash, cleared) -> sketch(
                        "finances",
                        head,
                        companyId -> Events.finances(companyId, head.eventId(), "2025-01-01")
                                .setCompany("Open AI")
                                .setOccurredAt(head.time().at())
                                .setRecordedAt(head.recordedAt())
                                .setRetracted(head.retracted())
                                .setMonthlyBurnUsd(burn)
                                .setCashUsd(cash)
                                .setClears(cleared)
                                .build()));
    }

    private static Arbitrary<Sketch> usages() {
        return Combinators.combine(
                        heads(),
                        Arbitraries.of("ChatGPT", "Sora"),
                        Arbitraries.longs().between(0, 9))
                .as((head, product, value) -> sketch(
                        "usage",
                        head,
                        companyId -> Events.usage(companyId, head.eventId(), "2025-01-01", value)
                                .setCompany("OpenAI")
                                .setOccurredAt(head.time().at())
                                .setRecordedAt(head.recordedAt())
                                .setRetracted(head.retracted())
                                .setProduct(product)
                                .build()));
    }

    private static Arbitrary<Sketch> results() {
        return Combinators.combine(
                        heads(),
                        Arbitraries.of("openai/a", "openai/b", "google/a", "anthropic/a"),
                        Arbitraries.of(0.5, 0.6, 0.605, 0.7, 0.7, 0.9),
                        Arbitraries.of(true, true, true, false).injectNull(0.5))
                .as((head, modelId, score, higherIsBetter) -> sketch(
                        "result",
                        head,
                        benchmarkId -> Events.result(benchmarkId, modelId, head.eventId(), "2025-01-01", score)
                                .setBenchmark("MMLU")
                                .setOccurredAt(head.time().at())
                                .setOccurredAtPrecision(head.time().precision())
                                .setRecordedAt(head.recordedAt())
                                .setRetracted(head.retracted())
                                .setHigherIsBetter(higherIsBetter)
                                .build()));
    }

    private static Arbitrary<Sketch> releases() {
        return Combinators.combine(
                        heads(),
                        Arbitraries.of(true, false).injectNull(0.5),
                        amounts(),
                        Arbitraries.of(TrainingCostBasis.values()).injectNull(0.5),
                        cleared("openWeights", "trainingCostUsd"))
                .as((head, open, cost, basis, cleared) -> sketch(
                        "release",
                        head,
                        modelId -> Events.release(modelId, head.eventId(), "2025-01-01")
                                .setModel("GPT")
                                .setOccurredAt(head.time().at())
                                .setOccurredAtPrecision(head.time().precision())
                                .setRecordedAt(head.recordedAt())
                                .setRetracted(head.retracted())
                                .setOpenWeights(open)
                                .setTrainingCostUsd(cost)
                                .setTrainingCostBasis(basis)
                                .setClears(cleared)
                                .build()));
    }

    private static Arbitrary<Sketch> prices() {
        return Combinators.combine(
                        heads(),
                        Arbitraries.of(0L, 1_000_000L, 3_000_000L),
                        Arbitraries.of(0L, 1_000_000L, 3_000_000L),
                        amounts(),
                        cleared("cachedInputUsdPerMillionTokens"))
                .as((head, input, output, cached, cleared) -> sketch(
                        "price",
                        head,
                        modelId -> Events.price(modelId, head.eventId(), "2025-01-01", input, output)
                                .setModel("GPT")
                                .setOccurredAt(head.time().at())
                                .setRecordedAt(head.recordedAt())
                                .setRetracted(head.retracted())
                                .setCachedInputMicroUsdPerMillionTokens(cached)
                                .setClears(cleared)
                                .build()));
    }

    private static Sketch sketch(String type, Head head, Function<String, SpecificRecord> event) {
        return new Sketch(type + ' ' + head.eventId(), head.recordedAt(), event);
    }

    private static Arbitrary<@Nullable Long> amounts() {
        return Arbitraries.of(0L, 1L, 3L, 10L, 40L, 300L).injectNull(0.4);
    }

    private static Arbitrary<@Nullable List<String>> cleared(String... fields) {
        return Arbitraries.of(fields).list().ofMinSize(1).ofMaxSize(2).injectNull(0.8);
    }
}

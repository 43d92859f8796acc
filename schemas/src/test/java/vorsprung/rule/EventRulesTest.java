package vorsprung.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vorsprung.event.BenchmarkResult;
import vorsprung.event.FundingRound;
import vorsprung.event.LeadClaim;
import vorsprung.event.PriceChange;
import vorsprung.event.Source;
import vorsprung.topic.EventType;

class EventRulesTest {
    private static final Instant NOW = Instant.parse("2025-04-01T12:00:00Z");
    private static final Instant MARCH = Instant.parse("2025-03-31T00:00:00Z");

    private static List<String> errors(Consumer<FundingRound> change) {
        FundingRound round = FundingRound.newBuilder()
                .setCompanyId("openai")
                .setOccurredAt(MARCH)
                .build();
        change.accept(round);
        return said(EventRules.check(EventType.FUNDING_ROUND, round, NOW));
    }

    private static List<String> said(List<FieldError> errors) {
        return errors.stream().map(FieldError::toString).toList();
    }

    private static Source source(String url) {
        return Source.newBuilder().setName("wire").setUrl(url).build();
    }

    private static BenchmarkResult result() {
        return BenchmarkResult.newBuilder()
                .setCompanyId("openai")
                .setModelId("openai/gpt-4-5")
                .setBenchmarkId("gpqa-diamond")
                .setScore(0.714)
                .setOccurredAt(MARCH)
                .build();
    }

    private static List<String> errorsOfScore(double score) {
        BenchmarkResult result = result();
        result.setScore(score);
        return said(EventRules.check(EventType.BENCHMARK_RESULT, result, NOW));
    }

    @Test
    void aWellFormedEventBreaksNoRule() {
        assertThat(errors(round -> {})).isEmpty();
        assertThat(errorsOfScore(0.714)).isEmpty();
    }

    @Test
    void aWholeEventBreaksNoRule() {
        assertThat(errors(round -> {
                    round.setEventId("series-f");
                    round.setCompany("OpenAI 🤖");
                    round.setRecordedAt(NOW);
                    round.setSource(source("https://example.org/a?b=c#d"));
                    round.setClears(List.of("investors"));
                    round.setRound("Series F");
                    round.setAmountUsd(0L);
                    round.setInvestors(List.of("SoftBank", "Nobody\n& Co."));
                }))
                .isEmpty();
    }

    @Test
    void aNegativeAmountIsRefused() {
        assertThat(errors(round -> round.setAmountUsd(-1L)))
                .containsExactly("amountUsd: -1 is negative; absent means unknown");
    }

    @Test
    void aNegativePriceIsRefusedUnderItsNameInJson() {
        PriceChange price = PriceChange.newBuilder()
                .setCompanyId("openai")
                .setModelId("openai/gpt-4-5")
                .setInputMicroUsdPerMillionTokens(-5)
                .setOutputMicroUsdPerMillionTokens(0)
                .setOccurredAt(MARCH)
                .build();

        assertThat(said(EventRules.check(EventType.PRICE_CHANGE, price, NOW)))
                .containsExactly("inputUsdPerMillionTokens: -5 is negative; absent means unknown");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void aScoreThatIsNoNumberIsRefused(double score) {
        assertThat(errorsOfScore(score)).containsExactly("score: " + score + " is not a finite number");
    }

    @Test
    void aScoreMayBeNegative() {
        assertThat(errorsOfScore(-12.5)).isEmpty();
    }

    @Test
    void negativeMonthsAreRefused() {
        LeadClaim claim = LeadClaim.newBuilder()
                .setCompanyId("openai")
                .setMinMonths(-3.0)
                .setOccurredAt(MARCH)
                .build();

        assertThat(said(EventRules.check(EventType.LEAD_CLAIM, claim, NOW)))
                .containsExactly("minMonths: -3.0 is negative; absent means unknown");
    }

    @Test
    void aYearWithItsDigitsSwappedIsRefused() {
        assertThat(errors(round -> round.setOccurredAt(Instant.parse("0202-07-30T00:00:00Z"))))
                .containsExactly("occurredAt: 0202-07-30T00:00:00Z lies before 1950; check the year");
    }

    @Test
    void validTimeRunsFrom1950ToTenYearsAhead() {
        assertThat(errors(round -> round.setOccurredAt(Instant.parse("1950-01-01T00:00:00Z"))))
                .isEmpty();
        assertThat(errors(round -> round.setOccurredAt(Instant.parse("1949-12-31T23:59:59.999Z"))))
                .hasSize(1);
        assertThat(errors(round -> round.setOccurredAt(Instant.parse("2035-04-01T12:00:00Z"))))
                .isEmpty();
        assertThat(errors(round -> round.setOccurredAt(Instant.parse("2035-04-01T12:00:00.001Z"))))
                .hasSize(1);
    }

    @Test
    void elevenYearsAheadAreRefused() {
        assertThat(errors(round -> round.setOccurredAt(Instant.parse("2036-04-01T12:00:00Z"))))
                .containsExactly("occurredAt: 2036-04-01T12:00:00Z lies more than ten years ahead; check the year");
    }

    @Test
    void knowledgeOfTheFutureIsRefused() {
        assertThat(errors(round -> round.setRecordedAt(NOW.plusSeconds(301))))
                .containsExactly("recordedAt: 2025-04-01T12:05:01Z lies in the future;"
                        + " a report cannot be known before it is made");
    }

    @Test
    void aClockFiveMinutesAheadIsForgiven() {
        assertThat(errors(round -> round.setRecordedAt(NOW.plusSeconds(300)))).isEmpty();
    }

    @Test
    void knowledgeBefore1950IsRefused() {
        assertThat(errors(round -> round.setRecordedAt(Instant.EPOCH.minusSeconds(1_000_000_000))))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"OpenAI", "open ai", "🤖", "", "-openai"})
    void aCompanyIdThatIsNoSlugIsRefused(String id) {
        assertThat(errors(round -> round.setCompanyId(id)))
                .containsExactly("companyId: \"" + id + "\" is not a slug (a-z, 0-9 and single hyphens)");
    }

    @Test
    void aModelIdNeedsItsCompany() {
        BenchmarkResult result = result();
        result.setModelId("gpt-4-5");

        assertThat(said(EventRules.check(EventType.BENCHMARK_RESULT, result, NOW)))
                .containsExactly("modelId: \"gpt-4-5\" is not companySlug/modelSlug");
    }

    @Test
    void aBenchmarkIdThatIsNoSlugIsRefused() {
        BenchmarkResult result = result();
        result.setBenchmarkId("GPQA Diamond");

        assertThat(said(EventRules.check(EventType.BENCHMARK_RESULT, result, NOW)))
                .containsExactly("benchmarkId: \"GPQA Diamond\" is not a slug (a-z, 0-9 and single hyphens)");
    }

    @Test
    void anIdBeyondItsLengthIsRefused() {
        assertThat(errors(round -> round.setCompanyId("a".repeat(513))))
                .containsExactly("companyId: has 513 characters; at most 512");
        assertThat(errors(round -> round.setEventId("a".repeat(513))))
                .containsExactly("eventId: has 513 characters; at most 512");
    }

    @Test
    void anEventIdStaysOnItsLine() {
        assertThat(errors(round -> round.setEventId("a\nb"))).containsExactly("eventId: holds a line break or tab");
    }

    @Test
    void aNameMayBeAnEmoji() {
        assertThat(errors(round -> round.setCompany("🤖🚀"))).isEmpty();
    }

    @Test
    void halfAnEmojiIsRefused() {
        assertThat(errors(round -> round.setCompany("\ud83e")))
                .containsExactly("company: holds a control character or half a character");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\u0007b", "a\u007fb", "a\u0085b", "a\rb"})
    void aControlCharacterIsRefused(String name) {
        assertThat(errors(round -> round.setCompany(name)))
                .containsExactly("company: holds a control character or half a character");
    }

    @Test
    void textMayBreakItsLines() {
        assertThat(errors(round -> round.setRound("Series\n\tF"))).isEmpty();
    }

    @Test
    void emptyTextIsRefused() {
        assertThat(errors(round -> round.setRound("  ")))
                .containsExactly("round: is empty; leave it out when it is unknown");
    }

    @Test
    void textBeyondItsLengthIsRefused() {
        assertThat(errors(round -> round.setRound("x".repeat(4_097))))
                .containsExactly("round: has 4097 characters; at most 4096");
    }

    @Test
    void aListBeyondItsLengthIsRefused() {
        assertThat(errors(round -> round.setInvestors(Collections.nCopies(257, "x"))))
                .containsExactly("investors: has 257 entries; at most 256");
    }

    @Test
    void everyEntryOfAListIsText() {
        assertThat(errors(round -> round.setInvestors(List.of("SoftBank", ""))))
                .containsExactly("investors: is empty; leave it out when it is unknown");
    }

    @Test
    void aRequiredFieldCannotBeCleared() {
        assertThat(errors(round -> round.setClears(List.of("companyId"))))
                .containsExactly("clears: \"companyId\" is not an optional field of a funding-round");
    }

    @ParameterizedTest
    @ValueSource(strings = {"eventId", "recordedAt", "retracted", "clears"})
    void whatTheReportSaysOfItselfCannotBeCleared(String field) {
        assertThat(errors(round -> round.setClears(List.of(field))))
                .containsExactly("clears: \"" + field + "\" says nothing of the fact that could be taken back");
    }

    @Test
    void aFieldThatIsNotThereCannotBeCleared() {
        assertThat(errors(round -> round.setClears(List.of("amountUsd", "score"))))
                .containsExactly("clears: \"score\" is not an optional field of a funding-round");
    }

    @Test
    void aPriceIsClearedUnderItsNameInJson() {
        PriceChange price = PriceChange.newBuilder()
                .setCompanyId("openai")
                .setModelId("openai/gpt-4-5")
                .setInputMicroUsdPerMillionTokens(1)
                .setOutputMicroUsdPerMillionTokens(1)
                .setClears(List.of("cachedInputUsdPerMillionTokens"))
                .setOccurredAt(MARCH)
                .build();

        assertThat(EventRules.check(EventType.PRICE_CHANGE, price, NOW)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "ftp://example.org",
                "example.org",
                "",
                "https://",
                "https://example.org/a b",
                " https://example.org"
            })
    void aSourceIsNoWebAddressUnlessHttp(String url) {
        assertThat(errors(round -> round.setSource(source(url))))
                .containsExactly("source.url: \"" + url + "\" is not an http or https address");
    }

    @Test
    void aSourceNeedsAName() {
        assertThat(errors(round ->
                        round.setSource(Source.newBuilder().setName(" ").build())))
                .containsExactly("source.name: is empty; leave it out when it is unknown");
    }

    @Test
    void everyBrokenRuleIsNamedInTheOrderOfTheFields() {
        assertThat(errors(round -> {
                    round.setAmountUsd(-1L);
                    round.setCompany("");
                    round.setOccurredAt(Instant.EPOCH.minusSeconds(1_000_000_000));
                }))
                .extracting(error -> error.substring(0, error.indexOf(':')))
                .containsExactly("company", "occurredAt", "amountUsd");
    }

    @Test
    void aLongValueIsQuotedInPart() {
        assertThat(errors(round -> round.setCompanyId("A".repeat(100))))
                .containsExactly("companyId: \"" + "A".repeat(80) + "…\" is not a slug (a-z, 0-9 and single hyphens)");
    }
}

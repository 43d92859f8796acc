package vorsprung.ingest.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vorsprung.event.FundingRound;
import vorsprung.http.Json;
import vorsprung.ingest.directory.Directory;
import vorsprung.topic.EventType;

final class EventJsonTest {
    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
    private static final String COMMON =
            "\"companyId\":\"openai\",\"company\":\"OpenAI\",\"occurredAt\":\"%s\",\"recordedAt\":\"2025-04-01T10:00:00.123Z\","
                    + "\"source\":{\"name\":\"x\",\"url\":\"https://x.y/z\"},\"confidence\":\"LIKELY\"";

    private final Intake intake = new Intake(Directory.bundled());

    @ParameterizedTest
    @ValueSource(strings = {"2025", "2025-03", "2025-03-31", "2025-03-31T00:00:00Z", "2025-03-31T09:30:00.001Z"})
    void aTimeIsWrittenAsFineAsItWasGiven(String time) throws IOException {
        String json = "{\"type\":\"funding-round\",\"eventId\":\"e\"," + COMMON.formatted(time) + "}";

        assertThat(written(json)).isEqualTo(json);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"retracted\":true,\"clears\":[\"amountUsd\",\"investors\"],\"round\":\"Series F\",\"kind\":\"DEBT\","
                        + "\"status\":\"ANNOUNCED\",\"amountUsd\":9007199254740993,\"preMoneyValuationUsd\":1,"
                        + "\"postMoneyValuationUsd\":0,\"trancheOf\":\"other\",\"investors\":[\"A\",\"B, C\"]",
            })
    void everyFieldComesBackToTheLastDigit(String fields) throws IOException {
        String json = "{\"type\":\"funding-round\",\"eventId\":\"e\"," + COMMON.formatted("2025") + "," + fields + "}";

        assertThat(written(json)).isEqualTo(json);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.000001", "0.075", "15", "100000", "9223372036854.775807"})
    void aPriceIsWrittenInPlainDollars(String price) throws IOException {
        String json = "{\"type\":\"price-change\",\"eventId\":\"e\",\"companyId\":\"openai\",\"modelId\":\"openai/o3\","
                + "\"occurredAt\":\"2025-03-31\",\"inputUsdPerMillionTokens\":" + price
                + ",\"outputUsdPerMillionTokens\":" + price + "}";

        assertThat(written(json)).contains("\"inputUsdPerMillionTokens\":" + price + ",");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.1", "0.8383838383838383", "-1.0E-7", "1512.0"})
    void aScoreKeepsItsLastDigit(String score) throws IOException {
        String json = "{\"type\":\"benchmark-result\",\"companyId\":\"openai\",\"model\":\"o3\",\"benchmark\":\"b\","
                + "\"occurredAt\":\"2025-03-31\",\"score\":" + score + "}";

        assertThat(written(json)).contains("\"score\":" + score);
    }

    /** Other producers may leave the precision out. */
    @Test
    void aTimeOfUnknownPrecisionIsAnInstant() {
        FundingRound round = FundingRound.newBuilder()
                .setEventId("e")
                .setCompanyId("openai")
                .setOccurredAt(Instant.parse("2025-03-31T00:00:00Z"))
                .setOccurredAtPrecision(null)
                .build();

        assertThat(EventJson.of(EventType.FUNDING_ROUND, round)
                        .path("occurredAt")
                        .textValue())
                .isEqualTo("2025-03-31T00:00:00Z");
    }

    private String written(String json) throws IOException {
        Accepted accepted = (Accepted) intake.accept(Json.reader().readTree(json), NOW);
        return EventJson.of(accepted.type(), accepted.event()).toString();
    }
}

package vorsprung.app.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.Serializer;
import org.awaitility.Awaitility;
import vorsprung.event.FundingRound;
import vorsprung.topic.Position;
import vorsprung.wire.SerdeFactory;

/** Rounds of funding, and how much a company is said to have raised: the sum shows what is lacking or counted twice. */
final class Funding {

    static final String TOPIC = "market.funding-rounds";
    static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final ObjectMapper JSON = new ObjectMapper();

    private Funding() {}

    /** A line of an import. */
    static String round(String company, String fact, long dollars) {
        return """
                {"type": "funding-round", "companyId": "%s", "eventId": "%s", "occurredAt": "2025-11-01",\
                 "recordedAt": "2025-11-21", "amountUsd": %d}
                """.formatted(company, fact, dollars);
    }

    /** Publishes the same round of each company. */
    static Position publishEach(Market market, List<String> companies, String fact, long dollars) throws IOException {
        StringBuilder lines = new StringBuilder();
        companies.forEach(company -> lines.append(round(company, fact, dollars)));
        return market.publish(lines.toString());
    }

    /** The bytes of one, as a producer of its own writes them. */
    static byte[] wire(String registry, String company, String fact, long dollars, List<String> investors) {
        try (Serializer<FundingRound> serializer = SerdeFactory.serde(
                        Map.of("schema.registry.url", registry), FundingRound.class)
                .serializer()) {
            Instant then = Instant.parse("2025-11-02T00:00:00Z");
            return serializer.serialize(
                    TOPIC,
                    FundingRound.newBuilder()
                            .setCompanyId(company)
                            .setEventId(fact)
                            .setOccurredAt(then)
                            .setRecordedAt(then)
                            .setAmountUsd(dollars)
                            .setInvestors(investors)
                            .build());
        }
    }

    static Position positionOf(RecordMetadata record) {
        return Position.NOWHERE.with(record.topic(), record.partition(), record.offset());
    }

    /** Waits for an answer that is no refusal, which must be right at once. */
    static void awaitRaised(Instance instance, String company, long dollars, Position position) {
        String question = "/v1/companies/" + company + "?timeout=20000";
        String[] headers = position.equals(Position.NOWHERE)
                ? new String[0]
                : new String[] {"Vorsprung-Position", position.toString()};
        assertRaised(
                Awaitility.await()
                        .atMost(PATIENCE)
                        .pollInterval(Duration.ofMillis(200))
                        .ignoreExceptions()
                        .until(() -> instance.ask(question, headers), each -> each.statusCode() == 200),
                dollars);
    }

    static void assertRaised(HttpResponse<String> answer, long dollars) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(raised(answer.body())).as(answer.body()).isEqualTo(dollars);
    }

    /** What is said in an answer about a company. */
    static long raised(String company) {
        try {
            return JSON.readTree(company).get("totalRaisedUsd").longValue();
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}

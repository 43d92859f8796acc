package vorsprung.ingest.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import vorsprung.http.Json;
import vorsprung.topic.EventType;

/** Raw reports for tests: the smallest of each type, and JSON written with single quotes. */
final class Reports {
    private Reports() {}

    static ObjectNode smallest(EventType type) {
        return (ObjectNode) json(
                switch (type) {
                    case FUNDING_ROUND, USAGE_REPORT, FINANCIAL_REPORT, LEAD_CLAIM ->
                        "{'company':'OpenAI','occurredAt':'2025-03-31'}";
                    case MODEL_RELEASE -> "{'company':'OpenAI','model':'GPT-4','occurredAt':'2023-03-14'}";
                    case BENCHMARK_RESULT ->
                        "{'company':'OpenAI','model':'GPT-4','benchmark':'GPQA Diamond','score':0.36,'occurredAt':'2023-03-14'}";
                    case PRICE_CHANGE ->
                        "{'company':'OpenAI','model':'GPT-4','inputUsdPerMillionTokens':30,'outputUsdPerMillionTokens':60,'occurredAt':'2023-03-14'}";
                });
    }

    static ObjectNode with(EventType type, String field, String value) {
        ObjectNode report = smallest(type);
        report.set(field, json(value));
        return report;
    }

    /** A funding round with so many investors, whose names have so many characters. */
    static ObjectNode withInvestors(int number, int characters) {
        ObjectNode report = smallest(EventType.FUNDING_ROUND);
        ArrayNode investors = report.putArray("investors");
        for (int i = 0; i < number; i++) {
            investors.add("x".repeat(characters));
        }
        return report;
    }

    static JsonNode json(String singleQuoted) {
        try {
            return Json.reader().readValue(singleQuoted.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}

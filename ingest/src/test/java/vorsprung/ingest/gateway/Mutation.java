package vorsprung.ingest.gateway;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A body that was valid once, spoilt a little; the same for the same seed. */
final class Mutation {
    private static final String SOURCE = ",\"source\":{\"name\":\"AP\",\"url\":\"https://example.com/a\"}}";
    private static final Map<String, String> VALID = Map.of(
            "funding-round",
            "{\"company\":\"OpenAI\",\"round\":\"Series F\",\"kind\":\"EQUITY\",\"status\":\"CLOSED\","
                    + "\"amountUsd\":40000000000,\"postMoneyValuationUsd\":300000000000,\"occurredAt\":\"2025-03-31\","
                    + "\"investors\":[\"SoftBank\"],\"retracted\":false,\"clears\":[\"trancheOf\"]" + SOURCE,
            "model-release",
            "{\"company\":\"DeepSeek\",\"model\":\"DeepSeek-R1\",\"occurredAt\":\"2025-01-20\",\"openWeights\":true,"
                    + "\"trainingCostUsd\":6000000,\"trainingCostBasis\":\"COMPANY_CLAIM\"" + SOURCE,
            "benchmark-result",
            "{\"company\":\"OpenAI\",\"model\":\"o1\",\"benchmark\":\"GPQA Diamond\",\"score\":0.757,"
                    + "\"occurredAt\":\"2024-12-17T00:00:00Z\",\"higherIsBetter\":true" + SOURCE,
            "price-change",
            "{\"company\":\"OpenAI\",\"model\":\"GPT-4o\",\"occurredAt\":\"2024-05\",\"inputUsdPerMillionTokens\":5.0,"
                    + "\"outputUsdPerMillionTokens\":15,\"cachedInputUsdPerMillionTokens\":1.25" + SOURCE,
            "usage-report",
            "{\"company\":\"OpenAI\",\"product\":\"ChatGPT\",\"metric\":\"WEEKLY_ACTIVE_USERS\",\"value\":500000000,"
                    + "\"atLeast\":true,\"occurredAt\":\"2025-03-31\",\"confidence\":\"LIKELY\"" + SOURCE,
            "financial-report",
            "{\"company\":\"OpenAI\",\"monthlyBurnUsd\":1000000000,\"occurredAt\":\"2025\","
                    + "\"recordedAt\":\"2025-03-31T10:00:00Z\"" + SOURCE,
            "lead-claim",
            "{\"company\":\"OpenAI\",\"claimant\":\"An analyst\",\"minMonths\":3,\"maxMonths\":6,\"formerMonths\":12,"
                    + "\"statement\":\"a few months\",\"occurredAt\":\"2025-03-31\",\"eventId\":\"claim-1\"" + SOURCE);
    private static final List<String> LABELS = VALID.keySet().stream().sorted().toList();
    private static final List<String> TOKENS = List.of(
            "null",
            "-1",
            "1e400",
            "-0.0",
            "9223372036854775808",
            "1".repeat(100),
            "0.1234567",
            "NaN",
            "true",
            "\"\"",
            "{}",
            "[]",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"\u202e\u00e9\ud83d\ude00\"",
            "\"" + "x".repeat(5_000) + "\"",
            "\"9999-12-31\"",
            "\"0000-00-00\"",
            "\"2025-02-30\"",
            "[".repeat(60),
            "{\"a\":".repeat(60),
            "\"=1+1\"",
            ",",
            ":",
            "}",
            "]",
            "\n",
            "\r\n",
            "\u0000",
            "/*",
            "'",
            "\"retracted\":true,",
            "\"source\":\"Reuters\",");

    private final Random random;
    private final String label;

    Mutation(Random random) {
        this.random = random;
        this.label = any(LABELS);
    }

    /** Mostly the type of the body. */
    String type() {
        return random.nextInt(25) == 0 ? any(LABELS) : label;
    }

    byte[] body() {
        byte[] body = valid().getBytes(StandardCharsets.UTF_8);
        for (int i = random.nextInt(4); i > 0; i--) {
            body = mutated(body);
        }
        return body;
    }

    private String valid() {
        String event = VALID.getOrDefault(label, "");
        return switch (random.nextInt(5)) {
            case 0 -> "[" + String.join(",", Collections.nCopies(1 + random.nextInt(4), event)) + "]";
            case 1 -> (event + "\n").repeat(1 + random.nextInt(4));
            default -> event;
        };
    }

    private byte[] mutated(byte[] body) {
        int at = random.nextInt(body.length + 1);
        int to = Math.min(body.length, at + random.nextInt(40));
        return switch (random.nextInt(6)) {
            case 0 -> replaced(body, at, to, new byte[0]);
            case 1 -> replaced(body, at, at, Arrays.copyOfRange(body, at, to));
            case 2 -> replaced(body, at, Math.min(body.length, at + 1), new byte[] {(byte) random.nextInt(256)});
            case 3 -> replaced(body, at, at, any(TOKENS).getBytes(StandardCharsets.UTF_8));
            case 4 -> value(body);
            default -> Arrays.copyOf(body, at);
        };
    }

    /** Another value behind one of the colons. */
    private byte[] value(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        int colon = text.indexOf(':', random.nextInt(text.length() + 1));
        if (colon < 0) {
            return body;
        }
        int end = colon + 1;
        while (end < text.length() && ",}]".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return (text.substring(0, colon + 1) + any(TOKENS) + text.substring(end)).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] replaced(byte[] body, int from, int to, byte[] by) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(body, 0, from);
        bytes.writeBytes(by);
        bytes.write(body, to, body.length - to);
        return bytes.toByteArray();
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}

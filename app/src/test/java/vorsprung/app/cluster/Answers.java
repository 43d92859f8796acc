package vorsprung.app.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import vorsprung.topic.Position;

/** What an instance answers, asked again while the answer is a refusal for now. */
final class Answers {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private Answers() {}

    /** The answer once a position is reached, of the instance that is there at the time. */
    static String ask(Callable<Instance> instance, String path, Position position) {
        String[] headers = position.equals(Position.NOWHERE)
                ? new String[0]
                : new String[] {"Vorsprung-Position", position.toString()};
        return Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptions()
                .until(() -> instance.call().ask(path, headers), answer -> answer.statusCode() == 200)
                .body();
    }

    /** All that the fault suite compares, in the lines of {@link PlainMarket}. */
    static Set<String> figures(Instance instance) throws IOException {
        Set<String> lines = new TreeSet<>();
        for (JsonNode item : items(instance, "/v1/companies")) {
            lines.add(PlainMarket.company(
                    item.get("companyId").textValue(),
                    item.get("rounds").longValue(),
                    item.get("totalRaisedUsd").longValue(),
                    item.get("valuationUsd").longValue()));
        }
        for (JsonNode item : items(instance, "/v1/models")) {
            if (item.has("price")) {
                lines.add(PlainMarket.model(
                        item.get("modelId").textValue(),
                        item.get("price").get("inputUsdPerMillionTokens").doubleValue()));
            }
        }
        for (JsonNode item : items(instance, "/v1/benchmarks")) {
            lines.add(PlainMarket.benchmark(
                    item.get("benchmarkId").textValue(),
                    item.get("leader").textValue(),
                    item.get("frontier").doubleValue()));
        }
        return lines;
    }

    private static JsonNode items(Instance instance, String list) throws IOException {
        return JSON.readTree(ask(() -> instance, list + "?limit=1000", Position.NOWHERE))
                .get("items");
    }
}

package vorsprung.ingest.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import vorsprung.ingest.directory.Directory;
import vorsprung.ingest.source.Statement.Kind;

/**
 * models.dev: releases and list prices of the vendors' own offers; what resellers ask is left out. Release dates may be
 * a month, and change later.
 */
final class ModelsDevSource implements Source {
    private static final URI API = URI.create("https://models.dev/api.json");
    private static final Set<String> VENDORS = Set.of(
            "alibaba",
            "anthropic",
            "cohere",
            "deepseek",
            "google",
            "inception",
            "llama",
            "minimax",
            "mistral",
            "moonshotai",
            "openai",
            "xai",
            "xiaomi",
            "zai",
            "zhipuai");

    private final Supplier<Directory> directory;

    ModelsDevSource(Supplier<Directory> directory) {
        this.directory = directory;
    }

    @Override
    public String name() {
        return "models-dev";
    }

    @Override
    public String about() {
        return "releases and list prices of the vendors' own models, by models.dev";
    }

    @Override
    public List<URI> documents() {
        return List.of(API);
    }

    @Override
    public Snapshot read(Document document, Instant now) throws BrokenDocumentException {
        JsonNode root = JsonDocument.read(document);
        if (!root.isObject() || VENDORS.stream().noneMatch(root::has)) {
            throw new BrokenDocumentException(document.address() + " holds no vendor we know; has its form changed?");
        }
        Snapshot.Builder snapshot = new Snapshot.Builder();
        for (Map.Entry<String, JsonNode> vendor : root.properties()) {
            for (Map.Entry<String, JsonNode> model :
                    vendor.getValue().path("models").properties()) {
                if (VENDORS.contains(vendor.getKey())) {
                    read(document, vendor.getKey(), model.getKey(), model.getValue(), snapshot);
                } else {
                    snapshot.skip("offered by a reseller");
                }
            }
        }
        return snapshot.build();
    }

    private void read(Document document, String vendor, String id, JsonNode model, Snapshot.Builder to) {
        if (id.endsWith("-latest")) {
            to.skip("a name that moves from model to model");
            return;
        }
        if (!writesTextOnly(model)) {
            to.skip("does not write text");
            return;
        }
        String name = model.path("name").asText(id);
        PriceReport.of("model-release", directory.get(), vendor, id, name, name(), document.address())
                .ifPresent(report -> addRelease(report, model, to));
        PriceReport.of("price-change", directory.get(), vendor, id, name, name(), document.address())
                .ifPresent(report -> addPrice(report, model.path("cost"), to));
    }

    private static boolean writesTextOnly(JsonNode model) {
        JsonNode output = model.path("modalities").path("output");
        return output.isMissingNode()
                || (output.size() == 1 && output.path(0).asText().equals("text"));
    }

    private static void addRelease(ObjectNode report, JsonNode model, Snapshot.Builder to) {
        String released = model.path("release_date").asText("");
        if (released.isEmpty()) {
            to.skip("no release date");
            return;
        }
        report.put("eventId", "release:" + PriceReport.modelId(report).replace('/', ':'));
        report.put("occurredAt", released);
        if (model.path("open_weights").isBoolean()) {
            report.put("openWeights", model.path("open_weights").booleanValue());
        }
        JsonNode context = model.path("limit").path("context");
        if (context.canConvertToLong() && context.longValue() > 0) {
            report.put("contextWindowTokens", context.longValue());
        }
        to.add(Kind.LASTING, report.path("eventId").asText(), report);
    }

    private static void addPrice(ObjectNode report, JsonNode cost, Snapshot.Builder to) {
        Optional<BigDecimal> input = PriceReport.number(cost.path("input"));
        Optional<BigDecimal> output = PriceReport.number(cost.path("output"));
        if (input.isEmpty() || output.isEmpty()) {
            to.skip("no price");
        } else if (PriceReport.isPlaceholder(input.get(), output.get())) {
            to.skip("a placeholder of zero");
        } else {
            report.put(PriceReport.INPUT, PriceReport.dollars(input.get()));
            report.put(PriceReport.OUTPUT, PriceReport.dollars(output.get()));
            PriceReport.number(cost.path("cache_read"))
                    .ifPresent(cached -> report.put(PriceReport.CACHED, PriceReport.dollars(cached)));
            to.add(Kind.QUOTE, PriceReport.modelId(report), report);
        }
    }
}

package vorsprung.ingest.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import vorsprung.ingest.directory.Directory;
import vorsprung.ingest.source.Statement.Kind;

/**
 * OpenRouter's list of models. Prices are texts in dollars for one token; -1 means that they vary. Names behind a
 * {@code ~} move from model to model, and what follows a colon is a variant on other terms: neither is a model's price.
 */
final class OpenRouterSource implements Source {
    private static final URI MODELS = URI.create("https://openrouter.ai/api/v1/models");
    private static final int MILLION_DIGITS = 6;

    private final Supplier<Directory> directory;

    OpenRouterSource(Supplier<Directory> directory) {
        this.directory = directory;
    }

    @Override
    public String name() {
        return "openrouter";
    }

    @Override
    public String about() {
        return "prices of models as OpenRouter sells them";
    }

    @Override
    public List<URI> documents() {
        return List.of(MODELS);
    }

    @Override
    public Snapshot read(Document document, Instant now) throws BrokenDocumentException {
        Snapshot.Builder snapshot = new Snapshot.Builder();
        for (JsonNode model : JsonDocument.list(document, JsonDocument.read(document), "data")) {
            read(document, model, snapshot);
        }
        return snapshot.build();
    }

    private void read(Document document, JsonNode model, Snapshot.Builder to) {
        String id = model.path("id").asText();
        Optional<BigDecimal> prompt = PriceReport.number(model.path("pricing").path("prompt"));
        Optional<BigDecimal> completion =
                PriceReport.number(model.path("pricing").path("completion"));
        if (id.indexOf('/') < 1 || prompt.isEmpty() || completion.isEmpty()) {
            to.fault("a model without an id or a price: " + id);
        } else if (id.startsWith("~") || id.endsWith("-latest")) {
            to.skip("a name that moves from model to model");
        } else if (id.startsWith("openrouter/")
                || prompt.get().signum() < 0
                || completion.get().signum() < 0) {
            to.skip("a router, whose price varies");
        } else if (id.indexOf(':') >= 0) {
            to.skip("a variant on other terms");
        } else if (PriceReport.isPlaceholder(prompt.get(), completion.get())) {
            to.skip("free, or priced in another way");
        } else {
            report(document, model, id).ifPresent(report -> {
                price(report, PriceReport.INPUT, prompt);
                price(report, PriceReport.OUTPUT, completion);
                price(
                        report,
                        PriceReport.CACHED,
                        PriceReport.number(model.path("pricing").path("input_cache_read")));
                to.add(Kind.QUOTE, PriceReport.modelId(report), report);
            });
        }
    }

    private Optional<ObjectNode> report(Document document, JsonNode model, String id) {
        int slash = id.indexOf('/');
        String name = model.path("name").asText(id);
        return PriceReport.of(
                "price-change",
                directory.get(),
                id.substring(0, slash),
                id.substring(slash + 1),
                name.substring(name.indexOf(": ") < 0 ? 0 : name.indexOf(": ") + 2),
                name(),
                document.address());
    }

    private static void price(ObjectNode report, String field, Optional<BigDecimal> perToken) {
        perToken.filter(price -> price.signum() >= 0)
                .ifPresent(price -> report.put(field, PriceReport.dollars(price.movePointRight(MILLION_DIGITS))));
    }
}

package vorsprung.ingest.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import vorsprung.ingest.directory.Directory;
import vorsprung.ingest.source.Statement.Kind;

/**
 * Simon Willison's llm-prices: list prices in dollars per million tokens with the days from which they hold. A price
 * without such a day is known to hold now, if no day ends it; one that ended cannot be dated and is left out. Prices
 * may be announced ahead or dated back.
 */
final class LlmPricesSource implements Source {
    private static final URI HISTORY = URI.create("https://www.llm-prices.com/historical-v1.json");
    /** Long contexts are entries of their own: gemini-1.5-pro-128k is no model. */
    private static final Pattern CONTEXT_TIER = Pattern.compile("[<>≤≥]\\s*\\d+\\s*[kKmM]");

    private final Supplier<Directory> directory;

    LlmPricesSource(Supplier<Directory> directory) {
        this.directory = directory;
    }

    @Override
    public String name() {
        return "llm-prices";
    }

    @Override
    public String about() {
        return "list prices of models and since when they hold, by Simon Willison";
    }

    @Override
    public List<URI> documents() {
        return List.of(HISTORY);
    }

    /** Reads {@code historical-v1.json}, {@code current-v1.json}, and the file of one vendor. */
    @Override
    public Snapshot read(Document document, Instant now) throws BrokenDocumentException {
        JsonNode root = JsonDocument.read(document);
        Snapshot.Builder snapshot = new Snapshot.Builder();
        if (root.has("vendor")) {
            for (JsonNode model : JsonDocument.list(document, root, "models")) {
                for (JsonNode price : model.path("price_history")) {
                    read(document, root.path("vendor").asText(), model, price, now, snapshot);
                }
            }
        } else {
            for (JsonNode price : JsonDocument.list(document, root, "prices")) {
                read(document, price.path("vendor").asText(), price, price, now, snapshot);
            }
        }
        return snapshot.build();
    }

    private void read(
            Document document, String vendor, JsonNode model, JsonNode price, Instant now, Snapshot.Builder to) {
        String id = model.path("id").asText();
        String name = model.path("name").asText(id);
        Optional<BigDecimal> input = PriceReport.number(price.path("input"));
        Optional<BigDecimal> output = PriceReport.number(price.path("output"));
        if (id.isEmpty() || vendor.isEmpty() || input.isEmpty() || output.isEmpty()) {
            to.fault("a price without id, vendor or amount: " + id);
        } else if (name.contains(">") || name.contains("≥")) {
            to.skip("a price for long contexts");
        } else if (PriceReport.isPlaceholder(input.get(), output.get())) {
            to.skip("a placeholder of zero");
        } else {
            String plain = CONTEXT_TIER.matcher(name).replaceAll("").strip();
            PriceReport.of("price-change", directory.get(), vendor, id, plain, name(), document.address())
                    .ifPresent(report -> {
                        addPrices(report, price, input.get(), output.get());
                        add(report, price, now, to);
                    });
        }
    }

    private static String day(JsonNode price, String field) {
        return price.hasNonNull(field) ? price.path(field).asText() : "";
    }

    private static void addPrices(ObjectNode report, JsonNode price, BigDecimal input, BigDecimal output) {
        report.put(PriceReport.INPUT, PriceReport.dollars(input));
        report.put(PriceReport.OUTPUT, PriceReport.dollars(output));
        PriceReport.number(price.path("input_cached"))
                .ifPresent(cached -> report.put(PriceReport.CACHED, PriceReport.dollars(cached)));
    }

    private static void add(ObjectNode report, JsonNode price, Instant now, Snapshot.Builder to) {
        String from = day(price, "from_date");
        String until = day(price, "to_date");
        if (!from.isEmpty()) {
            report.put("eventId", "price:" + PriceReport.modelId(report).replace('/', ':') + ":" + from);
            report.put("occurredAt", from);
            to.add(Kind.DATED, report.path("eventId").asText(), report);
        } else if (!until.isEmpty() && until.compareTo(now.toString()) <= 0) {
            to.skip("a past price of which nobody knows since when it held");
        } else {
            to.add(Kind.QUOTE, PriceReport.modelId(report), report);
        }
    }
}

package vorsprung.ingest.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.util.Optional;
import vorsprung.ingest.directory.Company;
import vorsprung.ingest.directory.Directory;

/** What price lists have in common: whose model it is, and prices in dollars per million tokens. */
final class PriceReport {
    static final String INPUT = "inputUsdPerMillionTokens";
    static final String OUTPUT = "outputUsdPerMillionTokens";
    static final String CACHED = "cachedInputUsdPerMillionTokens";

    private static final int MICRO_DIGITS = 6;

    private PriceReport() {}

    /** A report of a vendor's model without prices and times; absent where the names make no id. */
    static Optional<ObjectNode> of(
            String type, Directory directory, String vendor, String model, String name, String source, URI address) {
        Company company = directory.company(vendor);
        String modelId = directory.modelId(company.companyId(), model);
        if (company.companyId().isEmpty() || modelId.endsWith("/")) {
            return Optional.empty();
        }
        ObjectNode report = JsonNodeFactory.instance
                .objectNode()
                .put("type", type)
                .put("company", company.name().orElse(vendor))
                .put("modelId", modelId)
                .put("model", name);
        report.putObject("source").put("name", source).put("url", address.toString());
        return Optional.of(report);
    }

    /** A number, or a text that is one; absent where there is none. */
    static Optional<BigDecimal> number(JsonNode node) {
        if (node.isNumber()) {
            return Optional.of(node.decimalValue());
        }
        try {
            return node.isTextual() ? Optional.of(new BigDecimal(node.textValue())) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** To the micro-dollar, which is as fine as an event holds. */
    static BigDecimal dollars(BigDecimal price) {
        BigDecimal micro = price.setScale(MICRO_DIGITS, RoundingMode.HALF_UP).stripTrailingZeros();
        return micro.scale() < 0 ? micro.setScale(0) : micro;
    }

    /** Whether both prices are zero, which lists write for free variants and on the day of a release. */
    static boolean isPlaceholder(BigDecimal input, BigDecimal output) {
        return input.signum() == 0 && output.signum() == 0;
    }

    /** The modelId that {@link #of} has set. */
    static String modelId(ObjectNode report) {
        return report.path("modelId").asText();
    }
}

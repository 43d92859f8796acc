package vorsprung.ingest.table;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vorsprung.topic.EventType;

/** Epoch AI's tables of models ({@code notable_ai_models}, {@code frontier_ai_models}): releases with their costs. */
final class ModelTable implements Table {
    private static final String COST = "Training compute cost (2023 USD)";

    static final List<String> COLUMNS =
            List.of("Model", "Organization", "Publication date", "Parameters", "Model accessibility", COST);

    private final Organizations organizations;

    ModelTable(Organizations organizations) {
        this.organizations = organizations;
    }

    @Override
    public void read(Row row, Findings to) throws BadCellException {
        Optional<String> model = row.text("Model");
        Optional<String> organization = row.text("Organization");
        Optional<LocalDate> day = row.day("Publication date");
        if (model.isEmpty() || organization.isEmpty() || day.isEmpty()) {
            to.skip(row.line(), "no model, organization or publication date");
            return;
        }
        String company = organizations.named(organization.get());
        String slug = organizations.modelSlug(company, model.get());
        boolean costKnown = row.text(COST).isPresent();
        to.report(
                row.line(),
                RawReport.of(EventType.MODEL_RELEASE, EpochTables.MODELS, row.text("Link"))
                        .text("eventId", String.join(":", "release", organizations.companyId(company), slug))
                        .text("company", company)
                        .text("model", model.get())
                        .day("occurredAt", day.get())
                        .day("recordedAt", day.get())
                        .confidence(row.text("Confidence"))
                        .flag("openWeights", openWeights(row))
                        .whole("parameters", row.number("Parameters"))
                        .whole("trainingCostUsd", row.number(COST))
                        .text("trainingCostBasis", costKnown ? Optional.of("ESTIMATE") : Optional.empty())
                        .json());
    }

    private static Optional<Boolean> openWeights(Row row) {
        return row.text("Model accessibility")
                .map(word -> word.toLowerCase(Locale.ROOT).startsWith("open weights"));
    }
}

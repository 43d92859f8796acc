package vorsprung.ingest.table;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vorsprung.topic.EventType;

/**
 * A table of Epoch AI's Benchmarking Hub, one benchmark a file. A version that was run in several settings makes one
 * result, its best. The result counts from the model's release, and is known since the run began.
 *
 * <p>Scores are taken to six decimals: the files write one and the same score with different last digits, which would
 * break ties.
 */
final class BenchmarkTable implements Table {
    static final String VERSION = "Model version";
    static final String RELEASED = "Release date";
    static final String ORGANIZATION = "Organization";

    private static final int DECIMALS = 6;
    private static final String BEGAN = "Started at";
    private static final String SHOTS = "Shots";
    private static final String MMLU = "mmlu";
    private static final String MMLU_SHOTS = "5";

    private final Organizations organizations;
    private final String benchmark;
    private final ScoreColumn column;
    private final Map<String, Run> bests = new LinkedHashMap<>();

    /** The column that holds the score, and what it counts in. */
    enum ScoreColumn {
        MEAN("mean_score", "fraction"),
        EXACT_MATCH("EM", "fraction"),
        CAPABILITIES("ECI Score", "index"),
        HORIZON("Time horizon", "minutes"),
        CORRECT("Percent correct", "percent"),
        AVERAGE("Global average", "percent"),
        ARENA("Arena Score", "elo");

        private final String header;
        private final String unit;

        ScoreColumn(String header, String unit) {
            this.header = header;
            this.unit = unit;
        }
    }

    /** One run of a model. */
    private record Run(Row row, String company, String modelId, LocalDate released, BigDecimal score) {}

    BenchmarkTable(Organizations organizations, String benchmark, ScoreColumn column) {
        this.organizations = organizations;
        this.benchmark = benchmark;
        this.column = column;
    }

    @Override
    public void read(Row row, Findings to) throws BadCellException {
        Optional<String> missing = missing(row);
        if (missing.isPresent()) {
            to.skip(row.line(), missing.get());
            return;
        }
        String version = row.text(VERSION).orElseThrow();
        String company = organizations.named(row.text(ORGANIZATION).orElseThrow());
        String modelId =
                organizations.companyId(company) + "/" + organizations.modelSlug(company, ModelNames.base(version));
        Run run = new Run(
                row,
                company,
                modelId,
                row.day(RELEASED).orElseThrow(),
                row.number(column.header).orElseThrow().setScale(DECIMALS, RoundingMode.HALF_EVEN));
        keepBest(run, to);
    }

    private void keepBest(Run run, Findings to) {
        String eventId = String.join(
                ":",
                "score",
                benchmark,
                run.modelId().replace('/', ':'),
                run.released().toString());
        Run before = bests.get(eventId);
        boolean better = before == null || run.score().compareTo(before.score()) > 0;
        if (before != null) {
            Row left = better ? before.row() : run.row();
            to.skip(left.line(), "another setting of the same version scored as well or better");
        }
        if (better) {
            bests.put(eventId, run);
        }
    }

    private ObjectNode report(String eventId, Run run) {
        return RawReport.of(
                        EventType.BENCHMARK_RESULT,
                        EpochTables.BENCHMARKS,
                        run.row().text("Source link"))
                .text("eventId", eventId)
                .text("company", run.company())
                .text("modelId", run.modelId())
                .text("model", run.row().text(VERSION))
                .text("benchmark", benchmark)
                .day("occurredAt", run.released())
                .day(
                        "recordedAt",
                        run.row().text(BEGAN).map(BenchmarkTable::dayOf).orElse(run.released()))
                .number("score", Optional.of(run.score()))
                .text("scoreUnit", column.unit)
                .json();
    }

    private static LocalDate dayOf(String instant) {
        return LocalDate.parse(instant.substring(0, Math.min(instant.length(), "2025-03-31".length())));
    }

    private Optional<String> missing(Row row) {
        if (row.text(VERSION).isEmpty()) {
            return Optional.of("no model version");
        }
        if (row.text(column.header).isEmpty()) {
            return Optional.of("no score");
        }
        if (row.text(RELEASED).isEmpty()) {
            return Optional.of("no release date");
        }
        if (row.text(ORGANIZATION).isEmpty()) {
            return Optional.of("no organization");
        }
        boolean otherShots = benchmark.equals(MMLU) && !row.text(SHOTS).equals(Optional.of(MMLU_SHOTS));
        return otherShots ? Optional.of("not asked with five examples, so not comparable") : Optional.empty();
    }

    /** All runs are known now. */
    @Override
    public void finish(Findings to) {
        bests.forEach((eventId, run) -> to.report(run.row().line(), report(eventId, run)));
        bests.clear();
    }

    /** Where a table is one of a benchmark: these columns, and one of scores. */
    static boolean fits(List<String> header) {
        return header.containsAll(List.of(VERSION, RELEASED, ORGANIZATION))
                && scoreColumn(header).isPresent();
    }

    static Optional<ScoreColumn> scoreColumn(List<String> header) {
        return List.of(ScoreColumn.values()).stream()
                .filter(column -> header.contains(column.header))
                .findFirst();
    }
}

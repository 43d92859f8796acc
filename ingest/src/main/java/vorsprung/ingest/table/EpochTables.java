package vorsprung.ingest.table;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import vorsprung.ingest.directory.Directory;
import vorsprung.rule.Slug;

/**
 * Recognises the tables that Epoch AI publishes, as they are downloaded or re-saved by a spreadsheet, by their columns.
 * The facts get the ids that the bundled history has for them, so both agree on what is one fact.
 */
public final class EpochTables {
    /** Source name of facts about companies. */
    public static final String COMPANIES = "epoch-ai-companies";

    /** Source name of benchmark results. */
    public static final String BENCHMARKS = "epoch-benchmarks";

    /** Source name of releases. */
    public static final String MODELS = "epoch-models";

    private static final String EXTERNAL = "_external";
    /** Files whose names are not those of their benchmarks. */
    private static final Map<String, String> RENAMED = Map.of("metr-time-horizons", "metr-time-horizon");

    private EpochTables() {}

    /**
     * The table with these columns; absent when it is none of Epoch AI's.
     *
     * @param fileName path or address; names the benchmark, which the columns do not
     */
    public static Optional<Table> recognise(List<String> header, String fileName, Directory directory) {
        Organizations organizations = new Organizations(directory);
        if (header.containsAll(FundingTable.COLUMNS)) {
            return Optional.of(new FundingTable(organizations));
        }
        if (header.containsAll(RevenueTable.COLUMNS)) {
            return Optional.of(new RevenueTable(organizations));
        }
        if (header.containsAll(UsageTable.COLUMNS)) {
            return Optional.of(new UsageTable(organizations));
        }
        if (header.containsAll(ComputeTable.COLUMNS)) {
            return Optional.of(new ComputeTable(organizations));
        }
        if (header.containsAll(ModelTable.COLUMNS)) {
            return Optional.of(new ModelTable(organizations));
        }
        if (header.containsAll(List.of("Id", "Company", "Staff count"))) {
            return Optional.of(new EventlessTable("staff counts, for which there is no event"));
        }
        if (header.containsAll(List.of("Name", "Organization (from Organizations)", "Founding date"))) {
            return Optional.of(new EventlessTable("master data of companies, for which there is no event"));
        }
        return BenchmarkTable.scoreColumn(header)
                .filter(column -> BenchmarkTable.fits(header))
                .map(column -> new BenchmarkTable(organizations, benchmark(fileName), column));
    }

    /** {@code gpqa-diamond} for {@code …/gpqa_diamond.csv}. */
    static String benchmark(String fileName) {
        String base = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
        int dot = base.indexOf('.');
        String name = dot < 0 ? base : base.substring(0, dot);
        String plain = name.endsWith(EXTERNAL) ? name.substring(0, name.length() - EXTERNAL.length()) : name;
        String slug = Slug.of(plain);
        return RENAMED.getOrDefault(slug, slug);
    }
}

package vorsprung.ingest.file;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vorsprung.ingest.directory.Company;
import vorsprung.ingest.directory.Directory;
import vorsprung.settings.Nearest;

/**
 * Finds the names in reports that resolve to nothing known: companies that no alias names, models and benchmarks of
 * which there is no fact. Remembers at most {@value #MOST} of them.
 */
public final class NameCheck {
    /** Most unknown names that are remembered. */
    public static final int MOST = 10_000;

    private final Directory directory;
    private final Set<String> models = new HashSet<>();
    private final Set<String> benchmarks = new HashSet<>();
    private final Map<String, Unknown> unknown = new LinkedHashMap<>();

    /** What a name is of. */
    public enum Kind {
        COMPANY,
        MODEL,
        BENCHMARK
    }

    /**
     * A name that resolves to nothing known.
     *
     * @param id what it would become
     * @param times how often it occurs
     * @param where the file and line of its first
     * @param near an id that was probably meant
     */
    public record Unknown(Kind kind, String name, String id, long times, String where, Optional<String> near) {}

    public NameCheck(Directory directory) {
        this.directory = directory;
    }

    /** Takes the model and benchmark of a report for known. */
    public void know(JsonNode report) {
        model(report).ifPresent(models::add);
        text(report, "benchmarkId", "benchmark").map(directory::benchmarkId).ifPresent(benchmarks::add);
    }

    /** Looks at the names of a report. */
    public void look(JsonNode report, String where) {
        Optional<String> company = company(report);
        company.ifPresent(name -> lookAtCompany(name, where));
        model(report)
                .filter(id -> !models.contains(id))
                .ifPresent(
                        id -> add(Kind.MODEL, text(report, "model", "modelId").orElse(id), id, where));
        text(report, "benchmark", "benchmarkId")
                .filter(name -> !benchmarks.contains(directory.benchmarkId(name)))
                .ifPresent(name -> add(Kind.BENCHMARK, name, directory.benchmarkId(name), where));
    }

    /** What is unknown, in the order it was met. */
    public List<Unknown> unknown() {
        return new ArrayList<>(unknown.values());
    }

    private void lookAtCompany(String name, String where) {
        Company company = directory.company(name);
        if (!company.isKnown()) {
            add(Kind.COMPANY, name, company.companyId(), where);
        }
    }

    private void add(Kind kind, String name, String id, String where) {
        String key = kind + " " + id + " " + name;
        Unknown before = unknown.get(key);
        if (before != null) {
            unknown.put(key, new Unknown(kind, name, id, before.times() + 1, before.where(), before.near()));
        } else if (unknown.size() < MOST) {
            unknown.put(key, new Unknown(kind, name, id, 1, where, near(kind, id)));
        }
    }

    private Optional<String> near(Kind kind, String id) {
        return switch (kind) {
            case COMPANY -> directory.nearestCompany(id);
            case BENCHMARK -> Nearest.to(id, benchmarks);
            case MODEL -> Nearest.to(id, ofSameCompany(id));
        };
    }

    private Set<String> ofSameCompany(String modelId) {
        String company = modelId.substring(0, modelId.indexOf('/') + 1);
        return models.stream().filter(model -> model.startsWith(company)).collect(Collectors.toSet());
    }

    private static Optional<String> company(JsonNode report) {
        Optional<String> modelId = text(report, "modelId", "modelId").filter(id -> id.indexOf('/') > 0);
        return text(report, "company", "companyId").or(() -> modelId.map(id -> id.substring(0, id.indexOf('/'))));
    }

    private Optional<String> model(JsonNode report) {
        return company(report)
                .map(name -> directory.company(name).companyId())
                .flatMap(owner -> text(report, "modelId", "modelId")
                        .map(id -> directory.modelIdOf(owner, id.substring(id.indexOf('/') + 1)))
                        .or(() -> text(report, "model", "model").map(name -> directory.modelId(owner, name))));
    }

    private static Optional<String> text(JsonNode report, String first, String second) {
        return Optional.ofNullable(report.path(first).textValue())
                .or(() -> Optional.ofNullable(report.path(second).textValue()))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }
}

package vorsprung.ingest.directory;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import vorsprung.rule.Slug;
import vorsprung.settings.Nearest;

/**
 * Resolves names and ids to ids: "Mistral", "Mistral AI" and "mistral.ai" are all {@code mistral-ai}. A name is compared
 * by its slug, so case and punctuation do not count. Immutable. Defined in the design, section 1.
 */
public final class Directory {
    private static final String BUNDLED = "aliases.csv";

    /** Names that nobody knows come again and again, and to compare one with all known ones takes long. */
    private static final int MOST_REMEMBERED = 4_096;

    private final Map<String, Company> companies;
    private final Set<String> companyIds;
    private final Map<String, String> models;
    private final Map<String, String> benchmarks;
    private final Map<String, Optional<String>> nearest = new ConcurrentHashMap<>();

    Directory(Map<String, Company> companies, Map<String, String> models, Map<String, String> benchmarks) {
        this.companies = Map.copyOf(companies);
        this.companyIds = companies.values().stream().map(Company::companyId).collect(Collectors.toUnmodifiableSet());
        this.models = Map.copyOf(models);
        this.benchmarks = Map.copyOf(benchmarks);
    }

    /** A directory that knows no name: each becomes its slug. */
    public static Directory empty() {
        return new Directory(Map.of(), Map.of(), Map.of());
    }

    /** The directory that comes with the program. */
    public static Directory bundled() {
        try (InputStream file = Objects.requireNonNull(Directory.class.getResourceAsStream(BUNDLED))) {
            return empty().extendedBy(BUNDLED, new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * This directory and the aliases of a CSV with the column {@code alias} and one or more of {@code company},
     * {@code model}, {@code benchmark}; the newer word wins. Company and benchmark are display names, model is
     * {@code company/model}, and so is its alias.
     *
     * @throws AliasException naming file, line and reason when the CSV is not of that form
     */
    public Directory extendedBy(String fileName, Reader csv) {
        return new AliasFile(fileName, companies, models, benchmarks).read(csv);
    }

    /** The company meant by a name or id. */
    public Company company(String nameOrId) {
        Company known = companies.get(aliasOf(nameOrId));
        return known == null ? new Company(Slug.of(nameOrId), Optional.empty()) : known;
    }

    /**
     * The modelId for a company's model, given by name; its model part is empty when no slug can be made. A
     * dated spelling (gpt-4o-2024-05-13) is the model without the date, unless an alias says otherwise.
     */
    public String modelId(String companyId, String model) {
        String modelId = companyId + "/" + Slug.of(model);
        String known = models.get(modelId);
        if (known != null) {
            return known;
        }
        String undated = companyId + "/"
                + DatedName.undated(model)
                        .map(Slug::of)
                        .filter(slug -> !slug.isEmpty())
                        .orElseGet(() -> Slug.of(model));
        return models.getOrDefault(undated, undated);
    }

    /** The modelId for a company's model, given by an id: an alias is resolved, and a date in it stays. */
    public String modelIdOf(String companyId, String slug) {
        String modelId = companyId + "/" + Slug.of(slug);
        return models.getOrDefault(modelId, modelId);
    }

    /** Whether an alias names the model as it is spelled here. */
    public boolean lists(String companyId, String model) {
        return models.containsKey(companyId + "/" + Slug.of(model));
    }

    /** The benchmarkId meant by a name or id; empty when no slug can be made. */
    public String benchmarkId(String nameOrId) {
        String alias = aliasOf(nameOrId);
        return benchmarks.getOrDefault(alias, Slug.of(nameOrId));
    }

    /** The id of a listed company that the unknown one is probably a misspelling of; absent when none is near. */
    public Optional<String> nearestCompany(String companyId) {
        // Asked first, since to compute takes a lock even of what is there.
        Optional<String> remembered = nearest.get(companyId);
        if (remembered != null) {
            return remembered;
        }
        if (nearest.size() >= MOST_REMEMBERED) {
            nearest.clear();
        }
        return nearest.computeIfAbsent(companyId, unknown -> Nearest.to(unknown, companyIds));
    }

    /** What an alias is looked up by: its slug, or the name itself where no slug can be made (深度求索). */
    static String aliasOf(String name) {
        String slug = Slug.of(name);
        return slug.isEmpty() ? name.strip().toLowerCase(Locale.ROOT) : slug;
    }
}

package vorsprung.ingest.directory;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import vorsprung.rule.Slug;

/** Reads a CSV of aliases on top of those known already. */
final class AliasFile {
    private static final String ALIAS = "alias";
    private static final String COMPANY = "company";
    private static final String MODEL = "model";
    private static final String BENCHMARK = "benchmark";
    private static final List<String> TARGETS = List.of(COMPANY, MODEL, BENCHMARK);
    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreSurroundingSpaces(true)
            .setCommentMarker('#')
            .get();

    private final String fileName;
    private final Map<String, Company> companies;
    private final Map<String, String> models;
    private final Map<String, String> benchmarks;

    AliasFile(
            String fileName,
            Map<String, Company> companies,
            Map<String, String> models,
            Map<String, String> benchmarks) {
        this.fileName = fileName;
        this.companies = new HashMap<>(companies);
        this.models = new HashMap<>(models);
        this.benchmarks = new HashMap<>(benchmarks);
    }

    Directory read(Reader csv) {
        try (CSVParser rows = FORMAT.parse(csv)) {
            checkHeader(rows.getHeaderNames());
            rows.forEach(this::add);
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            throw new AliasException(fileName, e);
        }
        return new Directory(companies, models, benchmarks);
    }

    private void checkHeader(List<String> header) {
        Set<String> names = Set.copyOf(header);
        if (!names.contains(ALIAS) || TARGETS.stream().noneMatch(names::contains)) {
            throw new AliasException(
                    fileName, 1, "expected the columns alias and one of " + TARGETS + ", found " + header);
        }
    }

    private void add(CSVRecord row) {
        String alias = row.get(ALIAS);
        List<String> given =
                TARGETS.stream().filter(target -> !cell(row, target).isEmpty()).toList();
        if (alias.isBlank() || given.size() != 1) {
            throw refused(row, "expected an alias and exactly one of " + TARGETS);
        }
        String meant = cell(row, given.get(0));
        switch (given.get(0)) {
            case COMPANY -> addCompany(row, alias, meant);
            case MODEL -> models.put(modelId(row, alias), modelId(row, meant));
            default -> benchmarks.put(Directory.aliasOf(alias), slug(row, meant));
        }
    }

    private static String cell(CSVRecord row, String column) {
        return row.isSet(column) ? row.get(column) : "";
    }

    private void addCompany(CSVRecord row, String alias, String name) {
        Company company = new Company(slug(row, name), Optional.of(name));
        companies.put(Directory.aliasOf(alias), company);
        companies.put(company.companyId(), company);
    }

    private String modelId(CSVRecord row, String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw refused(row, '"' + text + "\" is not company/model");
        }
        return slug(row, text.substring(0, slash)) + "/" + slug(row, text.substring(slash + 1));
    }

    private String slug(CSVRecord row, String name) {
        String slug = Slug.of(name);
        if (slug.isEmpty()) {
            throw refused(row, '"' + name + "\" holds no letter a-z and no digit to make an id of");
        }
        return slug;
    }

    private AliasException refused(CSVRecord row, String reason) {
        return new AliasException(fileName, row.getParser().getCurrentLineNumber(), reason);
    }
}

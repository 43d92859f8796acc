package vorsprung.ingest.table;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vorsprung.ingest.directory.Directory;
import vorsprung.rule.Slug;

/** Finds the one company that a row is about, where a cell may name several, and the ids that follow from it. */
final class Organizations {
    private final Directory directory;

    Organizations(Directory directory) {
        this.directory = directory;
    }

    /** Of "Cohere,Cohere for AI" the whole if it is a known alias, else the first that is known, else the first. */
    String named(String cell) {
        if (directory.company(cell).isKnown()) {
            return cell;
        }
        List<String> names = Arrays.stream(cell.split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
        return names.stream()
                .filter(name -> directory.company(name).isKnown())
                .findFirst()
                .orElse(names.isEmpty() ? cell : names.get(0));
    }

    /** {@code prefix:companyId:day:slug of the label}; absent where the label or the company makes no slug. */
    Optional<String> eventId(String prefix, String company, LocalDate day, String label) {
        String companyId = directory.company(company).companyId();
        String slug = Slug.of(label);
        return companyId.isEmpty() || slug.isEmpty()
                ? Optional.empty()
                : Optional.of(String.join(":", prefix, companyId, day.toString(), slug));
    }

    /** The company's id. */
    String companyId(String company) {
        return directory.company(company).companyId();
    }

    /** The model part of the modelId that the directory gives a company's model. */
    String modelSlug(String company, String model) {
        String modelId = directory.modelId(companyId(company), model);
        return modelId.substring(modelId.indexOf('/') + 1);
    }
}

package vorsprung.ingest.intake;

import java.util.Optional;
import vorsprung.ingest.directory.Company;
import vorsprung.ingest.directory.Directory;
import vorsprung.rule.Slug;

/** Fills in whom and what a draft is about: company, model and benchmark, each by id or by name. */
final class Subjects {
    private static final String NO_SLUG = " holds no letter a-z and no digit to make an id of; give %s";

    private final Directory directory;
    private final Draft draft;

    private Subjects(Directory directory, Draft draft) {
        this.directory = directory;
        this.draft = draft;
    }

    static void fill(Directory directory, Draft draft) {
        Subjects subjects = new Subjects(directory, draft);
        Optional<String> modelId =
                draft.has(NamedField.MODEL_ID) ? draft.takeText(NamedField.MODEL_ID) : Optional.empty();
        String companyId = subjects.company(modelId.filter(id -> id.contains("/")));
        if (draft.has(NamedField.MODEL_ID)) {
            subjects.model(companyId, modelId);
        }
        if (draft.has(NamedField.BENCHMARK_ID)) {
            subjects.benchmark();
        }
    }

    /** Sets the company and gives its id; empty when it could not be made out, which is then an error. */
    private String company(Optional<String> qualifiedModelId) {
        boolean misfit = draft.isRejected(NamedField.MODEL_ID);
        Optional<String> id = draft.takeText(NamedField.COMPANY_ID);
        Optional<String> name = draft.takeText(NamedField.COMPANY);
        Optional<String> fromModel = qualifiedModelId.map(text -> text.substring(0, text.indexOf('/')));
        Optional<String> word = id.or(() -> name).or(() -> fromModel);
        if (word.isEmpty()) {
            requireCompany(misfit);
            return "";
        }
        Company company = directory.company(word.get());
        NamedField field =
                id.isPresent() ? NamedField.COMPANY_ID : name.isPresent() ? NamedField.COMPANY : NamedField.MODEL_ID;
        if (company.companyId().isEmpty()) {
            draft.reject(field, quoted(word.get()) + NO_SLUG.formatted("a companyId"));
            return "";
        }
        setCompany(company, name);
        return company.companyId();
    }

    private void requireCompany(boolean modelIdIsAMisfit) {
        if (!draft.isRejected(NamedField.COMPANY_ID) && !draft.isRejected(NamedField.COMPANY) && !modelIdIsAMisfit) {
            draft.reject(NamedField.COMPANY_ID, "is required: companyId, or company with the name");
        }
    }

    private void setCompany(Company company, Optional<String> name) {
        draft.set(NamedField.COMPANY_ID, company.companyId());
        company.name().or(() -> name).ifPresent(shown -> draft.set(NamedField.COMPANY, shown));
        if (company.isKnown()) {
            name.ifPresent(given -> checkAgreement(company, given));
        } else {
            draft.warn(unknown(company));
        }
    }

    private void checkAgreement(Company company, String name) {
        Company named = directory.company(name);
        if (named.isKnown() && !named.companyId().equals(company.companyId())) {
            draft.reject(
                    NamedField.COMPANY,
                    quoted(name) + " is " + named.companyId() + ", but companyId says " + company.companyId());
        }
    }

    private String unknown(Company company) {
        String told = "the directory does not know the company; taken as the new " + company.companyId();
        return directory
                .nearestCompany(company.companyId())
                .map(near -> told + " (a slip for " + near + "?)")
                .orElse(told);
    }

    private void model(String companyId, Optional<String> modelId) {
        Optional<String> name = draft.takeText(NamedField.MODEL);
        name.ifPresent(given -> draft.set(NamedField.MODEL, given));
        Optional<String> word = modelId.map(Subjects::afterSlash).or(() -> name);
        if (word.isEmpty()) {
            requireModel();
            return;
        }
        if (Slug.of(word.get()).isEmpty()) {
            draft.reject(
                    modelId.isPresent() ? NamedField.MODEL_ID : NamedField.MODEL,
                    quoted(word.get()) + NO_SLUG.formatted("a modelId"));
            return;
        }
        String owner = modelId.filter(id -> id.contains("/"))
                .map(id -> directory.company(id.substring(0, id.indexOf('/'))).companyId())
                .orElse(companyId);
        setModel(
                owner,
                companyId,
                modelId.isPresent() ? directory.modelIdOf(owner, word.get()) : named(owner, word.get()));
    }

    private void requireModel() {
        if (!draft.isRejected(NamedField.MODEL_ID) && !draft.isRejected(NamedField.MODEL)) {
            draft.reject(NamedField.MODEL_ID, "is required: modelId, or model with the name");
        }
    }

    private String named(String owner, String model) {
        String modelId = directory.modelId(owner, model);
        if (!owner.isEmpty() && !modelId.equals(owner + "/" + Slug.of(model)) && !directory.lists(owner, model)) {
            draft.warn(quoted(model) + " is taken as a dated spelling of " + modelId
                    + "; its modelId, or an alias of its own, would keep it apart");
        }
        return modelId;
    }

    private void setModel(String owner, String companyId, String modelId) {
        if (owner.isEmpty()) {
            return;
        }
        draft.set(NamedField.MODEL_ID, modelId);
        if (!companyId.isEmpty() && !owner.equals(companyId)) {
            draft.warn("modelId " + modelId + " names another company than companyId " + companyId);
        }
    }

    private void benchmark() {
        Optional<String> id = draft.takeText(NamedField.BENCHMARK_ID);
        Optional<String> name = draft.takeText(NamedField.BENCHMARK);
        name.ifPresent(given -> draft.set(NamedField.BENCHMARK, given));
        NamedField field = id.isPresent() ? NamedField.BENCHMARK_ID : NamedField.BENCHMARK;
        Optional<String> word = id.or(() -> name);
        String benchmarkId = word.map(directory::benchmarkId).orElse("");
        if (!benchmarkId.isEmpty()) {
            draft.set(NamedField.BENCHMARK_ID, benchmarkId);
        } else if (word.isPresent()) {
            draft.reject(field, quoted(word.get()) + NO_SLUG.formatted("a benchmarkId"));
        } else if (!draft.isRejected(NamedField.BENCHMARK_ID) && !draft.isRejected(NamedField.BENCHMARK)) {
            draft.reject(NamedField.BENCHMARK_ID, "is required: benchmarkId, or benchmark with the name");
        }
    }

    private static String afterSlash(String modelId) {
        return modelId.substring(modelId.indexOf('/') + 1);
    }

    private static String quoted(String text) {
        return '"' + Misfit.shortened(text) + '"';
    }
}

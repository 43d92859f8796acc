package vorsprung.ingest.intake;

import java.util.Optional;
import vorsprung.ingest.directory.Company;
import vorsprung.ingest.directory.Directory;
import vorsprung.rule.Slug;

/** Fills in whom and what a draft is about: company, model and benchmark, each by id or by name. */
final class Subjects {
    private static final String COMPANY_ID = "companyId";
    private static final String COMPANY = "company";
    private static final String MODEL_ID = "modelId";
    private static final String MODEL = "model";
    private static final String BENCHMARK_ID = "benchmarkId";
    private static final String BENCHMARK = "benchmark";
    private static final String NO_SLUG = " holds no letter a-z and no digit to make an id of; give %s";

    private final Directory directory;
    private final Draft draft;

    private Subjects(Directory directory, Draft draft) {
        this.directory = directory;
        this.draft = draft;
    }

    static void fill(Directory directory, Draft draft) {
        Subjects subjects = new Subjects(directory, draft);
        Optional<String> modelId = draft.has(MODEL_ID) ? draft.takeText(MODEL_ID) : Optional.empty();
        String companyId = subjects.company(modelId.filter(id -> id.contains("/")));
        if (draft.has(MODEL_ID)) {
            subjects.model(companyId, modelId);
        }
        if (draft.has(BENCHMARK_ID)) {
            subjects.benchmark();
        }
    }

    /** Sets the company and gives its id; empty when it could not be made out, which is then an error. */
    private String company(Optional<String> qualifiedModelId) {
        boolean misfit = draft.isRejected(MODEL_ID);
        Optional<String> id = draft.takeText(COMPANY_ID);
        Optional<String> name = draft.takeText(COMPANY);
        Optional<String> fromModel = qualifiedModelId.map(text -> text.substring(0, text.indexOf('/')));
        Optional<String> word = id.or(() -> name).or(() -> fromModel);
        if (word.isEmpty()) {
            requireCompany(misfit);
            return "";
        }
        Company company = directory.company(word.get());
        String field = id.isPresent() ? COMPANY_ID : name.isPresent() ? COMPANY : MODEL_ID;
        if (company.companyId().isEmpty()) {
            draft.reject(field, quoted(word.get()) + NO_SLUG.formatted("a companyId"));
            return "";
        }
        setCompany(company, name);
        return company.companyId();
    }

    private void requireCompany(boolean modelIdIsAMisfit) {
        if (!draft.isRejected(COMPANY_ID) && !draft.isRejected(COMPANY) && !modelIdIsAMisfit) {
            draft.reject(COMPANY_ID, "is required: companyId, or company with the name");
        }
    }

    private void setCompany(Company company, Optional<String> name) {
        draft.set(COMPANY_ID, company.companyId());
        company.name().or(() -> name).ifPresent(shown -> draft.set(COMPANY, shown));
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
                    COMPANY, quoted(name) + " is " + named.companyId() + ", but companyId says " + company.companyId());
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
        Optional<String> name = draft.takeText(MODEL);
        name.ifPresent(given -> draft.set(MODEL, given));
        Optional<String> word = modelId.map(Subjects::afterSlash).or(() -> name);
        if (word.isEmpty()) {
            requireModel();
            return;
        }
        if (Slug.of(word.get()).isEmpty()) {
            draft.reject(modelId.isPresent() ? MODEL_ID : MODEL, quoted(word.get()) + NO_SLUG.formatted("a modelId"));
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
        if (!draft.isRejected(MODEL_ID) && !draft.isRejected(MODEL)) {
            draft.reject(MODEL_ID, "is required: modelId, or model with the name");
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
        draft.set(MODEL_ID, modelId);
        if (!companyId.isEmpty() && !owner.equals(companyId)) {
            draft.warn("modelId " + modelId + " names another company than companyId " + companyId);
        }
    }

    private void benchmark() {
        Optional<String> id = draft.takeText(BENCHMARK_ID);
        Optional<String> name = draft.takeText(BENCHMARK);
        name.ifPresent(given -> draft.set(BENCHMARK, given));
        String field = id.isPresent() ? BENCHMARK_ID : BENCHMARK;
        Optional<String> word = id.or(() -> name);
        String benchmarkId = word.map(directory::benchmarkId).orElse("");
        if (!benchmarkId.isEmpty()) {
            draft.set(BENCHMARK_ID, benchmarkId);
        } else if (word.isPresent()) {
            draft.reject(field, quoted(word.get()) + NO_SLUG.formatted("a benchmarkId"));
        } else if (!draft.isRejected(BENCHMARK_ID) && !draft.isRejected(BENCHMARK)) {
            draft.reject(BENCHMARK_ID, "is required: benchmarkId, or benchmark with the name");
        }
    }

    private static String afterSlash(String modelId) {
        return modelId.substring(modelId.indexOf('/') + 1);
    }

    private static String quoted(String text) {
        return '"' + Misfit.shortened(text) + '"';
    }
}

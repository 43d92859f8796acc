package vorsprung.app.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import vorsprung.app.client.ApiClient;
import vorsprung.app.client.ApiPath;
import vorsprung.app.client.Pages;
import vorsprung.app.client.ProblemException;
import vorsprung.settings.Nearest;

/** Asks about one company, benchmark or model, and says which ones there are when there is none of that id. */
final class SubjectChoice {

    /** What can be asked about. */
    enum Kind {
        COMPANY("company", "companies", "companyId", "valuations"),
        BENCHMARK("benchmark", "benchmarks", "benchmarkId", "benchmarks"),
        MODEL("model", "models", "modelId", "models");

        private final String label;
        private final String list;
        private final String idField;
        private final String listingCommand;

        Kind(String label, String list, String idField, String listingCommand) {
            this.label = label;
            this.list = list;
            this.idField = idField;
            this.listingCommand = listingCommand;
        }

        /** What people call it. */
        String label() {
            return label;
        }

        static Optional<Kind> labelled(String label) {
            return Arrays.stream(values())
                    .filter(kind -> kind.label.equals(label))
                    .findFirst();
        }

        /** The command that lists them. */
        String listingCommand() {
            return listingCommand;
        }
    }

    private final QueryOptions query;
    private final Kind kind;
    private final String id;

    SubjectChoice(QueryOptions query, Kind kind, String id) {
        this.query = query;
        this.kind = kind;
        this.id = id;
    }

    String id() {
        return id;
    }

    /** The path of the subject, or of a list below it. */
    ApiPath path(String... below) {
        List<String> segments = new ArrayList<>();
        segments.add(kind.list);
        segments.addAll(kind == Kind.MODEL ? modelSegments() : List.of(id));
        segments.addAll(List.of(below));
        return query.path(segments.toArray(String[]::new));
    }

    /**
     * Asks the API.
     *
     * @throws NotFoundException if there is no such subject
     */
    <T> T ask(Function<ApiClient, T> question) {
        ApiClient client = query.client();
        if (id.isBlank()) {
            // The path without an id would be that of the list.
            checkKnown(client);
        }
        try {
            return question.apply(client);
        } catch (ProblemException e) {
            if (e.isNotFound()) {
                checkKnown(client);
            }
            throw e;
        }
    }

    /** A subject that is known may have no such figure: what the API said of that stands. */
    private void checkKnown(ApiClient client) {
        List<String> known = new Pages(client)
                .all(query.path(kind.list)).list("items").stream()
                        .flatMap(row -> row.text(kind.idField).stream())
                        .toList();
        if (!known.contains(id)) {
            throw new NotFoundException("No " + kind.label() + " \"" + id + "\" " + query.isKnown() + "; \"vorsprung "
                    + kind.listingCommand() + "\" lists those that are."
                    + Nearest.to(id, known)
                            .map(name -> "\nDid you mean " + name + "?")
                            .orElse(""));
        }
    }

    /** A model's id holds a slash, and takes two segments. */
    private List<String> modelSegments() {
        int slash = id.indexOf('/');
        return slash < 0 ? List.of(id, "") : List.of(id.substring(0, slash), id.substring(slash + 1));
    }
}

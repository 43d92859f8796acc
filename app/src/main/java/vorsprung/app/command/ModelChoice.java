package vorsprung.app.command;

import java.util.List;
import vorsprung.app.client.Answer;
import vorsprung.app.client.ApiClient;
import vorsprung.app.client.Pages;
import vorsprung.app.client.ProblemException;
import vorsprung.settings.Nearest;

/** Asks about one model, and names the one that was probably meant when there is none of that id. */
final class ModelChoice {

    private final QueryOptions query;
    private final Talk talk;

    ModelChoice(QueryOptions query, Talk talk) {
        this.query = query;
        this.talk = talk;
    }

    /** The model itself. */
    Answer ask(String modelId) {
        ApiClient client = query.client();
        try {
            return client.get(query.path(segments(modelId)));
        } catch (ProblemException e) {
            suggest(modelId, e);
            throw e;
        }
    }

    /** The steps of its price. */
    Answer prices(String modelId) {
        try {
            return new Pages(query.client()).all(query.path(segments(modelId, "prices")));
        } catch (ProblemException e) {
            suggest(modelId, e);
            throw e;
        }
    }

    /** A model's id holds a slash, and takes two segments. */
    private static String[] segments(String modelId, String... below) {
        int slash = modelId.indexOf('/');
        String companyId = slash < 0 ? modelId : modelId.substring(0, slash);
        String model = slash < 0 ? "" : modelId.substring(slash + 1);
        return below.length == 0
                ? new String[] {"models", companyId, model}
                : new String[] {"models", companyId, model, below[0]};
    }

    private void suggest(String modelId, ProblemException problem) {
        if (!problem.isNotFound()) {
            return;
        }
        List<String> known = new Pages(query.client())
                .all(query.path("models")).list("items").stream()
                        .flatMap(row -> row.text("modelId").stream())
                        .toList();
        Nearest.to(modelId, known).ifPresent(near -> talk.say("Did you mean " + near + "?"));
    }
}

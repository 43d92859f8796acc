package vorsprung.app.client;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Lists that come in pages: follows the cursors and puts the pages together again. */
public final class Pages {

    private static final String ITEMS = "items";
    private static final String CURSOR = "nextCursor";
    private static final int LARGEST_PAGE = 100;

    private final ApiClient client;

    public Pages(ApiClient client) {
        this.client = client;
    }

    /** The whole list at this path as one answer. */
    public Answer all(ApiPath path) {
        Answer list = client.get(path);
        for (Optional<String> cursor = cursor(list); cursor.isPresent(); cursor = cursor(list)) {
            append(list, client.get(path.with("cursor", cursor.get())));
        }
        return list;
    }

    /** The first items of the list at this path, which takes a limit, as one answer; with a cursor if there are more. */
    public Answer first(ApiPath path, int limit) {
        Answer list = client.get(path.with("limit", page(limit)));
        for (Optional<String> cursor = cursor(list); cursor.isPresent(); cursor = cursor(list)) {
            int missing = limit - list.json().path(ITEMS).size();
            if (missing <= 0) {
                break;
            }
            append(list, client.get(path.with("limit", page(missing)).with("cursor", cursor.get())));
        }
        return list;
    }

    /** Whether the list goes on behind this answer. */
    public static boolean goesOn(Answer list) {
        return cursor(list).isPresent();
    }

    private static String page(int items) {
        return Integer.toString(Math.min(items, LARGEST_PAGE));
    }

    private static Optional<String> cursor(Answer list) {
        return list.text(CURSOR);
    }

    private static void append(Answer list, Answer next) {
        if (list.json() instanceof ObjectNode whole && whole.path(ITEMS) instanceof ArrayNode items) {
            next.json().path(ITEMS).forEach(items::add);
            whole.remove(CURSOR);
            cursor(next).ifPresent(text -> whole.put(CURSOR, text));
        }
    }
}

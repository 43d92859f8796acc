package vorsprung.http;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;

/**
 * An entity tag on every answer to a GET or a HEAD that may be kept, made of what it says; a client that has it already
 * is told so (304). The tag is weak, for an answer says the same whether it is sent as gzip or plain. An answer that
 * names the present moment is another one each time: a question that pins its times keeps its tag.
 */
final class EntityTags {
    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;
    private static final Set<HandlerType> READING = Set.of(HandlerType.GET, HandlerType.HEAD);

    private EntityTags() {}

    static void addTo(Context request) {
        boolean mayBeKept = READING.contains(request.method())
                && request.statusCode() == OK
                && !"no-store".equals(request.res().getHeader("Cache-Control"));
        // Any other stream can be read only once, by whoever sends it.
        if (!mayBeKept || !(request.resultInputStream() instanceof ByteArrayInputStream body)) {
            return;
        }
        String tag = '"' + UUID.nameUUIDFromBytes(body.readAllBytes()).toString() + '"';
        body.reset();
        request.header("ETag", "W/" + tag);
        if (isKnown(request, tag)) {
            request.status(NOT_MODIFIED).result("");
        }
    }

    /** Compared weakly, as RFC 9110 has it for If-None-Match: whether either tag is weak does not matter. */
    private static boolean isKnown(Context request, String tag) {
        String known = request.header("If-None-Match");
        return known != null
                && Arrays.stream(known.split(",", -1))
                        .map(each -> each.strip().replaceFirst("^W/", ""))
                        .anyMatch(each -> each.equals(tag) || each.equals("*"));
    }
}

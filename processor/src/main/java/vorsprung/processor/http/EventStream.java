package vorsprung.processor.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import vorsprung.http.Json;

/** Writes server-sent events, as the HTML standard has them. A slow client blocks the writer, and nobody else. */
final class EventStream implements AutoCloseable {
    private final OutputStream out;

    private EventStream(OutputStream out) {
        this.out = out;
    }

    /** The answer to this request, from now on a stream of events. */
    static EventStream to(Context request) throws IOException {
        announce(request);
        return new EventStream(request.res().getOutputStream());
    }

    /** The headers of such an answer, which are all of it when they alone were asked for. */
    static void announce(Context request) {
        request.res().setContentType("text/event-stream; charset=utf-8");
        request.res().setHeader("Cache-Control", "no-store");
        request.res().setHeader("X-Accel-Buffering", "no");
    }

    /** Something that clients pass over; shows that the connection lives. */
    void comment(String text) throws IOException {
        write(": " + text + "\n\n");
        flush();
    }

    /** Where a client goes on that has had no event yet: an id of its own, which is no event. */
    void id(String id) throws IOException {
        write("id: " + id + "\n\n");
        flush();
    }

    /** An event; its data is the JSON of the value, one line. */
    void event(String name, String id, Object value) throws IOException {
        write("event: " + name + "\nid: " + id + "\ndata: " + Json.writer().writeValueAsString(value) + "\n\n");
    }

    void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}

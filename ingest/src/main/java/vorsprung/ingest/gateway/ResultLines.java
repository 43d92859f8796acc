package vorsprung.ingest.gateway;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import vorsprung.http.Json;
import vorsprung.http.Problem.BadField;
import vorsprung.ingest.publish.Published;
import vorsprung.topic.Position;

/** The answer to a stream of lines: what became of each, and at the end of all. */
final class ResultLines {
    private final OutputStream out;
    private final boolean failuresOnly;
    private Position position = Position.NOWHERE;
    private long lines;
    private long published;
    private long rejected;
    private long failed;

    /** A published line. */
    record Done(
            long line,
            String eventId,
            String topic,
            int partition,
            long offset,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> warnings) {}

    /** A line that was not published, or may not be. */
    record Failed(long line, List<BadField> errors) {}

    /** All of them. */
    record Summary(long lines, long published, long rejected, long failed, String position) {}

    /** With {@code failuresOnly}, lines that were published are counted and not told. */
    ResultLines(OutputStream out, boolean failuresOnly) {
        this.out = out;
        this.failuresOnly = failuresOnly;
    }

    void done(long line, Published where, List<String> warnings) throws IOException {
        lines++;
        published++;
        position = position.with(where.topic(), where.partition(), where.offset());
        if (!failuresOnly) {
            write(new Done(line, where.eventId(), where.topic(), where.partition(), where.offset(), warnings));
        }
    }

    /** A line that is not as it must be. */
    void rejected(long line, List<BadField> errors) throws IOException {
        lines++;
        rejected++;
        write(new Failed(line, errors));
    }

    /** A line that Kafka did not acknowledge, or that was not tried. */
    void failed(long line, String reason) throws IOException {
        lines++;
        failed++;
        write(new Failed(line, List.of(new BadField("", reason))));
    }

    /** The last line. */
    void summary() throws IOException {
        write(new Summary(lines, published, rejected, failed, position.token()));
        flush();
    }

    void flush() throws IOException {
        out.flush();
    }

    private void write(Object line) throws IOException, JsonProcessingException {
        out.write(Json.bytes(line));
        out.write('\n');
    }
}

package vorsprung.ingest.gateway;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import vorsprung.access.Caller;
import vorsprung.http.Json;
import vorsprung.http.Problem;
import vorsprung.http.Problem.BadField;
import vorsprung.http.ProblemException;
import vorsprung.ingest.intake.Accepted;
import vorsprung.ingest.intake.Intake;
import vorsprung.ingest.intake.Outcome;
import vorsprung.ingest.intake.RawReport;
import vorsprung.ingest.intake.Rejected;
import vorsprung.ingest.publish.Report;
import vorsprung.rule.FieldError;
import vorsprung.topic.EventType;

/** The reports of one request: one JSON object, or an array of up to 1,000. All are well formed or none is taken. */
final class Batch {
    /** Most reports of one request. */
    static final int MOST = 1_000;

    /** Most errors that one answer names. */
    private static final int MOST_ERRORS = 1_000;

    private final EventType type;
    private final boolean array;
    private final List<Outcome> outcomes;

    private Batch(EventType type, boolean array, List<Outcome> outcomes) {
        this.type = type;
        this.array = array;
        this.outcomes = outcomes;
    }

    /**
     * The reports in these bytes. Each is checked as it is read, while it is still at hand, but what is wrong with it is
     * told by {@link #accepted}: a request that comes again is answered as the first time, whatever holds by now.
     *
     * @param now wall clock
     * @throws vorsprung.http.ProblemException 400 for unreadable JSON, 413 for too many reports, 422 for none
     */
    static Batch read(Request request, byte[] bytes, Intake intake, Instant now) {
        List<Outcome> outcomes = new ArrayList<>();
        AtomicInteger count = new AtomicInteger();
        boolean array = Json.parseEach(bytes, parser -> {
            if (count.incrementAndGet() <= MOST) {
                outcomes.add(outcome(request, parser, intake, now));
            } else {
                parser.skipChildren();
            }
        });
        if (count.get() > MOST) {
            throw Problem.of(413, "The array has " + count + " events; send at most " + MOST + " at once")
                    .exception();
        }
        if (outcomes.isEmpty()) {
            throw Problem.of(422, "The array is empty; there is nothing to publish")
                    .exception();
        }
        return new Batch(request.type(), array, outcomes);
    }

    private static Outcome outcome(Request request, JsonParser parser, Intake intake, Instant now) throws IOException {
        if (!parser.isExpectedStartObjectToken()) {
            return intake.accept(request.type(), Json.value(parser), now);
        }
        RawReport report = report(request.type(), parser);
        return intake.accept(Byline.sign(report, request.caller()), now);
    }

    /** Field by field, since a tree of all of them would be taken apart at once. */
    private static RawReport report(EventType type, JsonParser parser) throws IOException {
        RawReport report = new RawReport(type);
        String name = parser.nextFieldName();
        while (name != null) {
            parser.nextToken();
            if (report.put(name, Json.value(parser))) {
                throw new JsonParseException(parser, "Duplicate field '" + name + "'");
            }
            name = parser.nextFieldName();
        }
        return report;
    }

    /** Number of reports. */
    int size() {
        return outcomes.size();
    }

    /**
     * The checked events.
     *
     * @throws vorsprung.http.ProblemException 422 naming every bad field of every report; 403 naming the scope that the
     *     caller lacks for the source of one
     */
    List<Accepted> accepted(Caller caller) {
        List<Accepted> events = new ArrayList<>();
        List<BadField> errors = new ArrayList<>();
        for (int i = 0; i < size(); i++) {
            Outcome outcome = outcomes.get(i);
            if (outcome instanceof Accepted accepted) {
                events.add(accepted);
            } else if (outcome instanceof Rejected rejected) {
                String path = path(i);
                rejected.errors().forEach(error -> errors.add(at(path, error)));
            }
        }
        if (!errors.isEmpty()) {
            throw problem(errors).exception();
        }
        checkSources(events, caller);
        return List.copyOf(events);
    }

    private void checkSources(List<Accepted> events, Caller caller) {
        List<BadField> refused = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            Optional<String> refusal =
                    Byline.refusal(new Report(type, events.get(i).event()), caller);
            if (refusal.isPresent()) {
                refused.add(at(path(i), new FieldError("source", refusal.get())));
            }
        }
        if (!refused.isEmpty()) {
            throw forbidden(refused);
        }
    }

    /** The problem of a caller that may not publish these. */
    static ProblemException forbidden(List<BadField> refused) {
        BadField one = refused.get(0);
        String first = one.field().isEmpty() ? one.message() : one.field() + ": " + one.message();
        return Problem.of(403, "Nothing was published. " + first, shown(refused))
                .exception();
    }

    /** Where in the body a report stands. */
    String path(int index) {
        return array ? "[" + index + "]" : "";
    }

    /** A bad field of the report at the path. */
    static BadField at(String path, FieldError error) {
        boolean whole = path.isEmpty() || error.field().isEmpty();
        return new BadField(path + (whole ? "" : ".") + error.field(), error.message());
    }

    private static Problem problem(List<BadField> errors) {
        String fields = errors.size() == 1
                ? "One field is not as it must be"
                : errors.size() + " fields are not as they must be";
        String shown = errors.size() > MOST_ERRORS ? "; the first " + MOST_ERRORS + " are named" : "";
        return Problem.of(422, fields + ", so nothing was published" + shown, shown(errors));
    }

    private static List<BadField> shown(List<BadField> errors) {
        return errors.subList(0, Math.min(errors.size(), MOST_ERRORS));
    }
}

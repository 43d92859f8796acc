package vorsprung.processor.http;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vorsprung.http.Problem;
import vorsprung.http.Routes;
import vorsprung.processor.domain.signal.Found;
import vorsprung.processor.domain.signal.Signal;
import vorsprung.processor.query.SignalQuery;
import vorsprung.settings.Nearest;

/** {@code /v1/signals}: facts worth an alert. */
final class SignalsHandler implements Routes {
    /** Signals rest on what all sources say. */
    private static final Parameters PARAMETERS =
            Parameters.OF_LIST.without(Parameters.EXCLUDE_SOURCE).and("type", "since", "subject");

    private final SignalQuery signals;

    SignalsHandler(SignalQuery signals) {
        this.signals = signals;
    }

    /** A signal as the API shows it. */
    record View(
            String signalId,
            Signal.Type type,
            String subject,
            Instant occurredAt,
            Instant foundAt,
            boolean historical,
            boolean withdrawn,
            @Nullable Double value,
            @Nullable Double previous,
            @Nullable String detail,
            List<String> evidence) {
        static View of(Found found) {
            Signal signal = found.signal();
            return new View(
                    signal.signalId(),
                    signal.type(),
                    signal.subject(),
                    signal.occurredAt(),
                    found.foundAt(),
                    found.historical(),
                    found.withdrawn(),
                    signal.value(),
                    signal.previous(),
                    signal.detail(),
                    signal.evidence());
        }
    }

    @Override
    public void addTo(JavalinConfig server) {
        server.routes.get("/v1/signals", this::list);
    }

    private void list(Context request) {
        Asked asked = Asked.of(request, PARAMETERS);
        Optional<String> subject = asked.one("subject");
        List<View> all = signals.signals(types(asked.each("type")), asked.bound("since")).stream()
                .filter(found ->
                        subject.isEmpty() || subject.get().equals(found.signal().subject()))
                .map(View::of)
                .toList();
        request.jsonStream(Page.of(asked, all, View::signalId));
    }

    private static Set<Signal.Type> types(List<String> names) {
        Set<Signal.Type> types = EnumSet.noneOf(Signal.Type.class);
        names.forEach(name -> types.add(type(name)));
        return types.isEmpty() ? EnumSet.allOf(Signal.Type.class) : types;
    }

    private static Signal.Type type(String name) {
        List<String> known = Arrays.stream(Signal.Type.values()).map(Enum::name).toList();
        String wanted = name.toUpperCase(Locale.ROOT);
        if (known.contains(wanted)) {
            return Signal.Type.valueOf(wanted);
        }
        String near = Nearest.to(name, known)
                .map(word -> "; did you mean " + word + "?")
                .orElse("");
        throw Problem.of(400, "type must be one of " + String.join(", ", known) + ", found \"" + name + "\"" + near)
                .exception();
    }
}

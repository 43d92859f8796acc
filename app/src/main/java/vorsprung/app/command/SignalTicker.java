package vorsprung.app.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import vorsprung.app.client.Answer;
import vorsprung.app.client.JsonText;
import vorsprung.app.client.ServerEvents.ServerEvent;
import vorsprung.app.table.Figures;
import vorsprung.app.table.SafeText;

/** Tells signals as they come, a line each: for people, or as JSON. */
final class SignalTicker implements Following.Listener {

    private final Output output;
    private final List<String> types;
    private final Optional<String> subject;
    private final Supplier<List<Answer>> known;
    private final Set<String> told = new HashSet<>();

    /**
     * Tells signals.
     *
     * @param types only these, all when empty
     * @param subject only of this one, of all when absent
     * @param known asks for those there are already, the newest first, once the stream has begun so that none is missed
     */
    SignalTicker(Output output, List<String> types, Optional<String> subject, Supplier<List<Answer>> known) {
        this.output = output;
        this.types = List.copyOf(types);
        this.subject = subject;
        this.known = known;
    }

    @Override
    public void begun() {
        List<Answer> signals = new ArrayList<>(known.get());
        Collections.reverse(signals);
        signals.forEach(this::tell);
        signals.forEach(signal -> told.add(state(signal)));
        said("Following. Ctrl-C ends it.");
    }

    @Override
    public void happened(ServerEvent event) {
        Answer answer = parsed(event);
        if (event.name().equals("gap")) {
            said("A gap: up to " + Figures.number(answer.number("missing")) + " records of "
                    + answer.text("topic").orElse("a topic") + " partition "
                    + Figures.number(answer.number("partition")) + " had expired before they could be told.");
        } else if (event.name().equals("signal") && isWanted(answer) && told.add(state(answer))) {
            tell(answer);
        }
    }

    /** Output into a pipe whose reader has gone, such as head, is the end. */
    @Override
    public boolean isHeard() {
        return !output.talk().out().checkError();
    }

    @Override
    public void said(String line) {
        output.talk().say(line);
    }

    private boolean isWanted(Answer signal) {
        return (types.isEmpty() || types.contains(signal.text("type").orElse("")))
                && (subject.isEmpty() || subject.equals(signal.text("subject")));
    }

    private void tell(Answer signal) {
        if (output.isJson()) {
            output.talk().out().println(JsonText.line(signal.json()));
        } else {
            String remarks = SignalText.remarks(signal);
            output.talk()
                    .out()
                    .println(String.join(
                            "  ",
                            Figures.day(signal.time("occurredAt")),
                            SafeText.line(SignalText.words(signal.text("type").orElse(""))),
                            Figures.text(signal.text("subject")),
                            SignalText.figures(signal) + (remarks.isEmpty() ? "" : "  " + remarks)));
        }
        output.talk().out().flush();
    }

    /** A signal is told anew when it is withdrawn, or stands again with other figures. */
    private static String state(Answer signal) {
        return signal.text("signalId").orElse("")
                + ' '
                + signal.isTrue("withdrawn")
                + ' '
                + signal.number("value").map(Object::toString).orElse("")
                + ' '
                + signal.text("foundAt").orElse("");
    }

    private static Answer parsed(ServerEvent event) {
        try {
            return new Answer(JsonText.read(event.data()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The stream told something that is not JSON: " + event.data(), e);
        }
    }
}

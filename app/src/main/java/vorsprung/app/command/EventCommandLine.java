package vorsprung.app.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import vorsprung.app.client.JsonText;
import vorsprung.http.Json;
import vorsprung.topic.EventType;

/** One event on the command line: an option for every field that events of a type have, or all of it as JSON. */
final class EventCommandLine {

    private static final String JSON_EVENT = "--json-event";
    private static final String SOURCE_URL = "--source-url";
    private static final String STDIN = "-";

    private final EventType type;
    private final List<EventField> fields;
    private final GatewayOptions gateway = new GatewayOptions();
    private final Output output;
    private final CommandLine commandLine;

    EventCommandLine(EventType type, Output output) {
        this.type = type;
        this.fields = type.schema().getFields().stream().map(EventField::of).toList();
        Callable<Integer> command = this::publish;
        CommandSpec spec = CommandSpec.wrapWithoutInspection(command).name("vorsprung publish " + type.label());
        this.output = output.of(spec);
        describe(spec);
        fields.forEach(field -> spec.addOption(option(field)));
        addFurtherOptions(spec);
        this.commandLine = new CommandLine(spec);
    }

    /** Executes these words, with streams, manners and option values of the command they came from. */
    int execute(List<String> words, CommandLine from) {
        return commandLine
                .setOut(from.getOut())
                .setErr(from.getErr())
                .setColorScheme(from.getColorScheme())
                .setDefaultValueProvider(argument -> value(argument, from.getCommandSpec()))
                .setExecutionExceptionHandler((failure, inner, parsed) ->
                        from.getExecutionExceptionHandler().handleExecutionException(failure, from, parsed))
                .setParameterExceptionHandler(from.getParameterExceptionHandler())
                .execute(words.toArray(String[]::new));
    }

    private int publish() throws IOException {
        return new Publishing(gateway.client(), output).publish(type, event());
    }

    /** What the command was given for an option that both have. */
    private static @Nullable String value(ArgSpec argument, CommandSpec command) {
        OptionSpec same = argument instanceof OptionSpec option ? command.findOption(option.longestName()) : null;
        return same == null || same.getValue() == null ? null : same.getValue().toString();
    }

    private void describe(CommandSpec spec) {
        spec.usageMessage()
                .autoWidth(true)
                .sortOptions(false)
                .customSynopsis("vorsprung publish " + type.label() + " --FIELD=VALUE...")
                .description(escaped(type.schema().getDoc()));
    }

    private static OptionSpec option(EventField field) {
        OptionSpec.Builder option = OptionSpec.builder(field.option())
                .paramLabel(field.label())
                .description(escaped(field.help()))
                .type(String[].class)
                .auxiliaryTypes(String.class);
        return (field.isFlag() ? option.arity("0..1").fallbackValue("true") : option.arity("1")).build();
    }

    private void addFurtherOptions(CommandSpec spec) {
        spec.addOption(OptionSpec.builder(SOURCE_URL)
                .paramLabel("URL")
                .type(String.class)
                .description("Where the report can be read.")
                .build());
        spec.addOption(OptionSpec.builder(JSON_EVENT)
                .paramLabel("JSON")
                .type(String.class)
                .description("The whole event as JSON in place of the fields; - reads it from standard input.")
                .build());
        spec.addMixin("gateway", CommandSpec.forAnnotatedObject(gateway));
        spec.addMixin("output", CommandSpec.forAnnotatedObject(output));
        spec.addOption(OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Show this help.")
                .build());
    }

    private JsonNode event() throws IOException {
        Optional<String> json = given(JSON_EVENT).map(values -> values.get(0));
        ObjectNode event = fromFields();
        if (json.isEmpty()) {
            return event;
        }
        if (!event.isEmpty()) {
            throw new ParameterException(commandLine, JSON_EVENT + " and fields exclude each other");
        }
        return parsed(json.get().equals(STDIN) ? stdin() : json.get());
    }

    private String stdin() throws IOException {
        return new String(output.talk().in().readAllBytes(), StandardCharsets.UTF_8);
    }

    private ObjectNode fromFields() {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        fields.forEach(
                field -> given(field.option()).ifPresent(words -> event.set(field.jsonName(), field.json(words))));
        given(SOURCE_URL).ifPresent(url -> addSourceUrl(event, url.get(0)));
        return event;
    }

    private static void addSourceUrl(ObjectNode event, String url) {
        ObjectNode source = JsonNodeFactory.instance.objectNode();
        Optional.ofNullable(event.get("source")).ifPresent(name -> source.set("name", name));
        event.set("source", source.set("url", TextNode.valueOf(url)));
    }

    private Optional<List<String>> given(String option) {
        Object value = commandLine.getCommandSpec().findOption(option).getValue();
        if (value instanceof String[] words) {
            return Optional.of(Arrays.asList(words));
        }
        return Optional.ofNullable(value).map(word -> List.of(word.toString()));
    }

    private JsonNode parsed(String json) {
        try {
            return JsonText.read(json);
        } catch (JsonProcessingException e) {
            throw new ParameterException(commandLine, JSON_EVENT + " is not readable JSON: " + Json.reason(e), e);
        }
    }

    private static String escaped(String text) {
        return text.replace("%", "%%");
    }
}

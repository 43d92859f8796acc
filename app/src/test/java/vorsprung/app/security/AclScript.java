package vorsprung.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.security.authorizer.AclEntry;

/** {@code docs/acls.sh}, with a command in place of Kafka's own that only says what it was told. */
public final class AclScript {

    private static final String SAYS_ITS_WORDS = "#!/bin/sh\nprintf '%s\\n' \"$@\" ''\n";
    private static final String BETWEEN_COMMANDS = "\n\n";

    private AclScript() {}

    /** The rights that the script gives when it is called with these options. */
    public static List<AclBinding> rights(Path folder, String... options) throws IOException, InterruptedException {
        Path command = Files.writeString(folder.resolve("kafka-acls"), SAYS_ITS_WORDS);
        Files.setPosixFilePermissions(command, PosixFilePermissions.fromString("rwx------"));
        List<String> words = new ArrayList<>(List.of("bash", script().toString(), "--bootstrap-server", "kafka:9092"));
        words.addAll(List.of(options));
        ProcessBuilder script = new ProcessBuilder(words).redirectErrorStream(true);
        script.environment().put("KAFKA_ACLS", command.toString());
        Process running = script.start();
        String said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(running.waitFor()).as(said).isZero();
        return Stream.of(said.split(BETWEEN_COMMANDS))
                .map(each -> List.of(each.strip().split("\n")))
                .flatMap(each -> new Call(each).bindings().stream())
                .toList();
    }

    private static Path script() {
        Path here = Path.of("docs", "acls.sh");
        return Files.exists(here) ? here : Path.of("..").resolve(here);
    }

    /** One call of the command, understood as {@code kafka-acls.sh} does. */
    private record Call(List<String> words) {

        List<AclBinding> bindings() {
            assertThat(words).contains("--add");
            PatternType pattern = values("--resource-pattern-type").stream()
                    .map(word -> PatternType.valueOf(word.toUpperCase(Locale.ROOT)))
                    .findFirst()
                    .orElse(PatternType.LITERAL);
            return Stream.of(
                            of(ResourceType.TOPIC, "--topic", pattern),
                            of(ResourceType.GROUP, "--group", pattern),
                            of(ResourceType.TRANSACTIONAL_ID, "--transactional-id", pattern))
                    .flatMap(List::stream)
                    .toList();
        }

        private List<AclBinding> of(ResourceType type, String option, PatternType pattern) {
            List<AclBinding> bindings = new ArrayList<>();
            for (String name : values(option)) {
                for (String word : values("--operation")) {
                    AclOperation operation = operation(word);
                    assertThat(operation == AclOperation.ALL
                                    || AclEntry.supportedOperations(type).contains(operation))
                            .as("%s has an operation %s", type, word)
                            .isTrue();
                    bindings.add(new AclBinding(new ResourcePattern(type, name, pattern), allow(operation)));
                }
            }
            return bindings;
        }

        /** {@code DescribeConfigs} is DESCRIBE_CONFIGS. */
        private static AclOperation operation(String word) {
            return AclOperation.fromString(word.replaceAll("(?<=[a-z])(?=[A-Z])", "_"));
        }

        private AccessControlEntry allow(AclOperation operation) {
            return new AccessControlEntry(values("--allow-principal").get(0), "*", operation, AclPermissionType.ALLOW);
        }

        private List<String> values(String option) {
            List<String> values = new ArrayList<>();
            for (int i = 0; i < words.size() - 1; i++) {
                if (words.get(i).equals(option)) {
                    values.add(words.get(i + 1));
                }
            }
            return values;
        }
    }
}

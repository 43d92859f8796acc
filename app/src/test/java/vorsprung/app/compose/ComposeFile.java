package vorsprung.app.compose;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** docker-compose.yml as docker-compose itself understands it, with its variables filled in. */
final class ComposeFile {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private final JsonNode services;

    private ComposeFile(JsonNode services) {
        this.services = services;
    }

    /**
     * A service.
     *
     * @param volumes what is mounted, by where
     */
    record Service(
            String name,
            List<String> command,
            Map<String, String> environment,
            String memory,
            Map<String, String> volumes) {}

    /** Whether docker-compose is installed. */
    static boolean isReadable() {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "docker-compose")));
    }

    /** The file with these variables. */
    static ComposeFile read(Map<String, String> variables) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("docker-compose", "config").directory(ROOT.toFile());
        builder.redirectError(ProcessBuilder.Redirect.INHERIT).environment().putAll(variables);
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("docker-compose config failed");
        }
        return new ComposeFile(new YAMLMapper().readTree(text).get("services"));
    }

    Service service(String name) {
        JsonNode service = services.get(name);
        Map<String, String> environment = new LinkedHashMap<>();
        service.path("environment")
                .properties()
                .forEach(each -> environment.put(each.getKey(), each.getValue().asText()));
        Map<String, String> volumes = new LinkedHashMap<>();
        texts(service.path("volumes")).forEach(volume -> {
            String[] parts = volume.split(":", -1);
            volumes.put(parts[1], parts[0]);
        });
        return new Service(
                name,
                texts(service.path("command")),
                environment,
                service.get("mem_limit").asText(),
                volumes);
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}

package vorsprung.app.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A client in TypeScript, generated from both OpenAPI documents with the tools that people use for it. */
final class TypeScriptClientIT {
    private static final Path FOLDER = Path.of("target", "typescript-client");
    private static final long PATIENCE_MINUTES = 4;

    @BeforeAll
    static void generate() throws IOException, InterruptedException {
        assumeTrue(isInstalled("node") && isInstalled("npm"), "node and npm are not installed");
        Files.createDirectories(FOLDER);
        copy("/vorsprung/app/contract/package.json", "package.json");
        copy("/vorsprung/app/contract/client.ts", "client.ts");
        run("npm", "install", "--no-audit", "--no-fund", "--no-package-lock");
        for (String role : List.of("processor", "ingest")) {
            copy("/vorsprung/" + role + "/openapi.yaml", role + ".yaml");
            run("npx", "--no-install", "openapi-typescript", role + ".yaml", "--output", role + ".ts");
        }
    }

    @Test
    void aClientOfBothDocumentsCompiles() throws IOException, InterruptedException {
        assertThat(compile("client.ts")).isEmpty();
    }

    @Test
    void aFieldThatIsNotInTheDocumentDoesNotCompile() throws IOException, InterruptedException {
        String client = Files.readString(FOLDER.resolve("client.ts"));
        Files.writeString(FOLDER.resolve("misspelt.ts"), client.replace("data.valuationUsd", "data.valuation"));

        assertThat(compile("misspelt.ts")).contains("Property 'valuation' does not exist");
    }

    private static String compile(String file) throws IOException, InterruptedException {
        Process compiler = start(
                "npx",
                "--no-install",
                "tsc",
                "--noEmit",
                "--strict",
                "--target",
                "es2022",
                "--module",
                "nodenext",
                file);
        return output(compiler);
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Process process = start(command);
        String output = output(process);
        assertThat(process.exitValue())
                .as("%s%n%s", String.join(" ", command), output)
                .isZero();
    }

    private static Process start(String... command) throws IOException {
        return new ProcessBuilder(command)
                .directory(FOLDER.toFile())
                .redirectErrorStream(true)
                .start();
    }

    private static String output(Process process) throws IOException, InterruptedException {
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)).isTrue();
        return output;
    }

    private static void copy(String resource, String name) throws IOException {
        try (InputStream in = TypeScriptClientIT.class.getResourceAsStream(resource)) {
            Files.write(
                    FOLDER.resolve(name), Objects.requireNonNull(in, resource).readAllBytes());
        }
    }

    private static boolean isInstalled(String program) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                .anyMatch(folder -> new File(folder, program).canExecute());
    }
}

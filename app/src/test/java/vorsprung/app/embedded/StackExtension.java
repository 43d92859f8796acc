package vorsprung.app.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the one {@link EmbeddedStack} of their JVM, started at first use and stopped after the last test. */
public final class StackExtension implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == EmbeddedStack.class;
    }

    @Override
    public EmbeddedStack resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(StackExtension.class))
                .getOrComputeIfAbsent(Shared.class, key -> Shared.start(), Shared.class)
                .stack;
    }

    private record Shared(EmbeddedStack stack, Path folder) implements AutoCloseable {

        static Shared start() {
            try {
                Path folder = Files.createTempDirectory("vorsprung-it");
                EmbeddedStack stack = new EmbeddedStack(new StackOptions(folder, 0, 0));
                stack.start();
                return new Shared(stack, folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            stack.close();
            for (Path path : deepestFirst()) {
                Files.delete(path);
            }
        }

        private List<Path> deepestFirst() throws IOException {
            try (Stream<Path> paths = Files.walk(folder)) {
                return paths.sorted(Comparator.reverseOrder()).toList();
            }
        }
    }
}

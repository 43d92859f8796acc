package vorsprung.app.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives the tests of a class {@link Servers} of their own, started before the first and stopped after the last. */
final class ServersExtension implements BeforeAllCallback, ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(ServersExtension.class);

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        context.getStore(NAMESPACE).put(Started.class, Started.inAFolder());
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Servers.class;
    }

    @Override
    public Servers resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getStore(NAMESPACE).get(Started.class, Started.class).servers;
    }

    private record Started(Servers servers, Path folder) implements AutoCloseable {

        static Started inAFolder() throws IOException {
            Path folder = Files.createTempDirectory("vorsprung-it");
            return new Started(Servers.start(folder), folder);
        }

        @Override
        public void close() throws IOException {
            servers.close();
            StateFiles.delete(folder);
        }
    }
}

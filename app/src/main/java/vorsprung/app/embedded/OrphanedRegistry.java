package vorsprung.app.embedded;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A registry's process whose parent was killed a moment ago: it ends by itself, but until then it holds the port and
 * the storage that the next one needs.
 */
final class OrphanedRegistry {

    private static final Logger LOG = LoggerFactory.getLogger(OrphanedRegistry.class);
    private static final long PATIENCE_SECONDS = 10;

    private OrphanedRegistry() {}

    /** Ends what still works on this storage; waits until it is gone, some seconds at most. */
    static void end(Path storage) {
        List<ProcessHandle> orphans = ProcessHandle.allProcesses()
                .filter(process -> worksOn(process, storage))
                .toList();
        orphans.forEach(OrphanedRegistry::kill);
        CompletableFuture.allOf(orphans.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new))
                .completeOnTimeout(null, PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join();
    }

    private static boolean worksOn(ProcessHandle process, Path storage) {
        return process.info()
                .commandLine()
                .filter(line -> line.contains(RegistryMain.class.getName()))
                .filter(line -> line.contains(RegistryCommand.databaseUrl(storage)))
                .isPresent();
    }

    private static void kill(ProcessHandle orphan) {
        LOG.info("Ending process {}, a schema registry left over from before", orphan.pid());
        orphan.destroyForcibly();
    }
}

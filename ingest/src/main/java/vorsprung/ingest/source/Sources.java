package vorsprung.ingest.source;

import java.util.List;
import java.util.function.Supplier;
import vorsprung.ingest.directory.Directory;

/** Every source that can be watched. */
public final class Sources {
    private Sources() {}

    /** All, by the directory as it is when they are read. */
    public static List<Source> all(Supplier<Directory> directory) {
        return List.of(
                new OpenRouterSource(directory),
                new LlmPricesSource(directory),
                new ModelsDevSource(directory),
                EpochSource.companies(directory),
                EpochSource.benchmarks(directory));
    }
}

package vorsprung.benchmarks.race;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.utils.Utils;
import vorsprung.benchmarks.contestant.Scene;
import vorsprung.benchmarks.stage.Stage;

/** A broker for each scene that is played, started and filled when it is first needed, or needed again. */
final class Stages implements AutoCloseable {
    private final RaceSettings settings;
    private final Map<Scene, Stage> open = new EnumMap<>(Scene.class);

    Stages(RaceSettings settings) {
        this.settings = settings;
    }

    Stage of(Scene scene) {
        return open.computeIfAbsent(scene, this::filled);
    }

    /** After a contestant: the next one finds the scene as this one did. */
    void played(Scene scene, String applicationId) throws IOException {
        if (scene == Scene.EMPTY) {
            of(scene).close();
            open.remove(scene);
            Utils.delete(folder(scene).toFile());
        } else {
            of(scene).forget(applicationId);
        }
    }

    private Path folder(Scene scene) {
        return settings.folder().resolve(scene.name());
    }

    private Stage filled(Scene scene) {
        Stage stage = Stage.in(folder(scene), scene.partitions());
        stage.fill(taker -> scene.show(settings.shape(), settings.events(), settings.facts(), taker));
        return stage;
    }

    @Override
    public void close() {
        List<Stage> stages = new ArrayList<>(open.values());
        open.clear();
        stages.forEach(Stage::close);
    }
}

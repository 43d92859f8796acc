package vorsprung.benchmarks.race;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import vorsprung.benchmarks.contestant.Scene;
import vorsprung.benchmarks.stage.Stage;

/** A broker for each scene that is played, started and filled when it is first needed. */
final class Stages implements AutoCloseable {
    private final RaceSettings settings;
    private final Map<Scene, Stage> open = new EnumMap<>(Scene.class);

    Stages(RaceSettings settings) {
        this.settings = settings;
    }

    Stage of(Scene scene) {
        return open.computeIfAbsent(scene, this::filled);
    }

    private Stage filled(Scene scene) {
        Stage stage = Stage.in(settings.folder().resolve(scene.name()), scene.partitions());
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

package vorsprung.ingest.gateway;

import java.util.List;
import vorsprung.topic.Position;

/**
 * What a successful request is answered with.
 *
 * @param results one for each event, in their order
 * @param position where the last of them lie in each partition
 */
record Answer(List<ResultView> results, Position position) {
    Answer {
        results = List.copyOf(results);
    }
}

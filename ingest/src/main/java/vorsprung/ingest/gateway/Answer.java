package vorsprung.ingest.gateway;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vorsprung.ingest.publish.Published;
import vorsprung.topic.Position;

/**
 * What a successful request is answered with.
 *
 * @param results one for each event, in their order
 * @param position where the last of them lie in each partition
 * @param repeated whether this is the answer to an earlier request with the same key
 */
record Answer(List<ResultView> results, Position position, boolean repeated) {
    Answer {
        results = List.copyOf(results);
    }

    /** The answer to events that lie here, with the warnings of each. */
    static Answer of(List<Published> published, List<List<String>> warnings) {
        List<ResultView> results = new ArrayList<>();
        Map<String, Map<Integer, Long>> last = new HashMap<>();
        for (int i = 0; i < published.size(); i++) {
            Published each = published.get(i);
            results.add(ResultView.of(each, warnings.get(i)));
            last.computeIfAbsent(each.topic(), absent -> new HashMap<>())
                    .merge(each.partition(), each.offset(), Math::max);
        }
        return new Answer(results, Position.of(last), false);
    }

    /** The same, said again. */
    Answer asRepeat() {
        return new Answer(results, position, true);
    }
}

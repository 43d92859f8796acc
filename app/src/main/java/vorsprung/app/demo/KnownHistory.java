package vorsprung.app.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vorsprung.ingest.file.JsonLinesReader;
import vorsprung.ingest.table.Entry;

/** The reports of the bundled history, for whoever wants to know which names there are. */
public final class KnownHistory {

    private KnownHistory() {}

    /**
     * All reports, in the publish format.
     *
     * @throws IOException when the history cannot be read
     */
    public static List<JsonNode> reports() throws IOException {
        List<JsonNode> reports = new ArrayList<>();
        try (JsonLinesReader lines = new JsonLinesReader(BundledHistory.read().file())) {
            for (Optional<Entry> next = lines.next(); next.isPresent(); next = lines.next()) {
                if (next.get() instanceof Entry.Good good) {
                    reports.add(good.report());
                }
            }
        }
        return reports;
    }
}

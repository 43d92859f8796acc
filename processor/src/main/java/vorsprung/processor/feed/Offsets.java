package vorsprung.processor.feed;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Where a reader of the feed stands: the next offset of each partition that it has read from, as the id of an event.
 *
 * @param next next offset by {@code topic-partition}; partitions that are missing are read from their end
 */
record Offsets(Map<String, Long> next) {
    private static final int LONGEST = 8_192;

    Offsets {
        next = Map.copyOf(next);
    }

    /** The same, one record further. */
    Offsets after(String partition, long offset) {
        Map<String, Long> further = new TreeMap<>(next);
        further.put(partition, offset + 1);
        return new Offsets(further);
    }

    /** The text that a client sends back as {@code Last-Event-ID}. */
    String id() {
        return next.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getKey() + '=' + entry.getValue())
                .collect(Collectors.joining(","));
    }

    /** Reads an id; empty when it is none of ours. */
    static Optional<Offsets> parse(String id) {
        if (id.length() > LONGEST) {
            return Optional.empty();
        }
        Map<String, Long> next = new TreeMap<>();
        for (String part : id.isEmpty() ? new String[0] : id.split(",", -1)) {
            if (!part.matches("[a-zA-Z0-9._-]+=\\d{1,18}")) {
                return Optional.empty();
            }
            int equals = part.lastIndexOf('=');
            next.put(part.substring(0, equals), Long.parseLong(part.substring(equals + 1)));
        }
        return Optional.of(new Offsets(next));
    }
}

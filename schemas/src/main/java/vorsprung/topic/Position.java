package vorsprung.topic;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * How far topics have been written or read: the offset of the last record for each partition that it names. Immutable.
 *
 * <p>As a token it is what the header {@code Vorsprung-Position} carries: {@code market.funding-rounds~0~12~3~7} says
 * offset 12 of partition 0 and offset 7 of partition 3; further topics follow after {@code ~~}. All its characters pass
 * unencoded in a URL. Defined in the design, section 6.
 */
public final class Position {
    /** Names no partition, so everything has reached it. */
    public static final Position NOWHERE = new Position(Map.of());

    private static final String BETWEEN_TOPICS = "~~";
    private static final String BETWEEN = "~";
    private static final int LONGEST_TOKEN = 8_192;
    private static final Pattern TOPIC = Pattern.compile("[a-zA-Z0-9._-]{1,249}");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    private final SortedMap<String, SortedMap<Integer, Long>> offsets;

    private Position(Map<String, ? extends Map<Integer, Long>> offsets) {
        SortedMap<String, SortedMap<Integer, Long>> copy = new TreeMap<>();
        offsets.forEach(
                (topic, partitions) -> copy.put(topic, Collections.unmodifiableSortedMap(new TreeMap<>(partitions))));
        this.offsets = Collections.unmodifiableSortedMap(copy);
    }

    /** The offset of the last record, by topic and partition. */
    public static Position of(Map<String, ? extends Map<Integer, Long>> offsets) {
        return new Position(offsets);
    }

    /**
     * Reads a token.
     *
     * @throws IllegalArgumentException saying what was expected, when it is none
     */
    public static Position parse(String token) {
        if (token.length() > LONGEST_TOKEN) {
            throw new IllegalArgumentException("a position has at most " + LONGEST_TOKEN + " characters");
        }
        Map<String, Map<Integer, Long>> offsets = new HashMap<>();
        for (String topic : token.isEmpty() ? new String[0] : token.split(BETWEEN_TOPICS, -1)) {
            List<String> parts = List.of(topic.split(BETWEEN, -1));
            if (offsets.put(parts.get(0), partitions(parts, token)) != null) {
                throw unreadable(token);
            }
        }
        return new Position(offsets);
    }

    private static Map<Integer, Long> partitions(List<String> parts, String token) {
        boolean numbers =
                parts.stream().skip(1).allMatch(part -> NUMBER.matcher(part).matches());
        if (parts.size() < 3
                || parts.size() % 2 == 0
                || !numbers
                || !TOPIC.matcher(parts.get(0)).matches()) {
            throw unreadable(token);
        }
        Map<Integer, Long> partitions = new HashMap<>();
        for (int i = 1; i < parts.size(); i += 2) {
            long partition = Long.parseLong(parts.get(i));
            if (partition > Integer.MAX_VALUE
                    || partitions.put((int) partition, Long.parseLong(parts.get(i + 1))) != null) {
                throw unreadable(token);
            }
        }
        return partitions;
    }

    private static IllegalArgumentException unreadable(String token) {
        return new IllegalArgumentException(
                "expected a position such as market.funding-rounds~0~12, found \"" + token + '"');
    }

    /** This position, moved to the offset if that is further on in its partition. */
    public Position with(String topic, int partition, long offset) {
        Map<String, Map<Integer, Long>> moved = new HashMap<>(offsets);
        Map<Integer, Long> partitions = new HashMap<>(moved.getOrDefault(topic, Map.of()));
        partitions.merge(partition, offset, Math::max);
        moved.put(topic, partitions);
        return new Position(moved);
    }

    /** What has reached this position and the other one. */
    public Position and(Position other) {
        Position both = this;
        for (Map.Entry<String, SortedMap<Integer, Long>> topic : other.offsets.entrySet()) {
            for (Map.Entry<Integer, Long> last : topic.getValue().entrySet()) {
                both = both.with(topic.getKey(), last.getKey(), last.getValue());
            }
        }
        return both;
    }

    /** The offset of the last record in the partition; absent when the position does not name it. */
    public OptionalLong offset(String topic, int partition) {
        Long offset = offsets.getOrDefault(topic, Collections.emptySortedMap()).get(partition);
        return offset == null ? OptionalLong.empty() : OptionalLong.of(offset);
    }

    /** The offsets by topic and partition, both in order. */
    public SortedMap<String, SortedMap<Integer, Long>> offsets() {
        return offsets;
    }

    /** Whether this position has reached the other one in every partition that the other one names. */
    public boolean hasReached(Position other) {
        return other.offsets.entrySet().stream()
                .allMatch(topic -> topic.getValue().entrySet().stream()
                        .allMatch(wanted ->
                                offset(topic.getKey(), wanted.getKey()).orElse(-1) >= wanted.getValue()));
    }

    /** The position in a form that fits a header, a query parameter, and {@link #parse}. */
    public String token() {
        List<String> topics = new ArrayList<>();
        offsets.forEach((topic, partitions) -> topics.add(topic + numbers(partitions)));
        return String.join(BETWEEN_TOPICS, topics);
    }

    private static String numbers(Map<Integer, Long> partitions) {
        StringBuilder text = new StringBuilder();
        partitions.forEach((partition, offset) ->
                text.append(BETWEEN).append(partition).append(BETWEEN).append(offset));
        return text.toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Position position && offsets.equals(position.offsets);
    }

    @Override
    public int hashCode() {
        return Objects.hash(offsets);
    }

    @Override
    public String toString() {
        return token();
    }
}

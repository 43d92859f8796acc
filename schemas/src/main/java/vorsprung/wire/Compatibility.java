package vorsprung.wire;

import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;

/** Which changes of a schema a subject admits, under the registry's own names. */
public enum Compatibility {
    /** Any change. */
    NONE(false, false, false),
    /** Readers of the new schema read what the last one wrote. */
    BACKWARD(true, false, false),
    /** Readers of the new schema read what all earlier ones wrote. */
    BACKWARD_TRANSITIVE(true, false, true),
    /** Readers of the last schema read what the new one writes. */
    FORWARD(false, true, false),
    /** Readers of all earlier schemas read what the new one writes. */
    FORWARD_TRANSITIVE(false, true, true),
    /** Both ways between the new schema and the last. */
    FULL(true, true, false),
    /** Both ways between the new schema and all earlier ones. */
    FULL_TRANSITIVE(true, true, true);

    private final boolean backward;
    private final boolean forward;
    private final boolean transitive;

    Compatibility(boolean backward, boolean forward, boolean transitive) {
        this.backward = backward;
        this.forward = forward;
        this.transitive = transitive;
    }

    /** Whether the schema may follow these versions, oldest first. */
    public boolean admits(Schema next, List<Schema> versions) {
        List<Schema> held = transitive ? versions : versions.subList(Math.max(0, versions.size() - 1), versions.size());
        return held.stream().allMatch(earlier -> admits(next, earlier));
    }

    private boolean admits(Schema next, Schema earlier) {
        return (!backward || reads(next, earlier)) && (!forward || reads(earlier, next));
    }

    private static boolean reads(Schema reader, Schema writer) {
        return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                        .getType()
                == SchemaCompatibilityType.COMPATIBLE;
    }
}

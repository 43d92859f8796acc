package vorsprung.wire;

/** Settings of the serde, under Confluent's names. */
public final class WireSettings {
    /** Whether a schema that the subject lacks is registered when first written; default true. */
    public static final String AUTO_REGISTER = "auto.register.schemas";

    /** Whether to write by the subject's newest schema in place of the record's own; default false. */
    public static final String USE_LATEST = "use.latest.version";

    /** Whether to read into generated classes; default true, and nothing else is to be had. */
    public static final String READ_SPECIFIC = "specific.avro.reader";

    /** The generated class to read values into; default the one of the topic, else the one named by the writer. */
    public static final String VALUE_TYPE = "specific.avro.value.type";

    private WireSettings() {}
}

package vorsprung.wire;

import java.util.Map;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;

/**
 * Settings of the serde, under Confluent's names.
 *
 * @param autoRegister whether a schema that the subject lacks is registered when first written
 * @param useLatest whether to write by the subject's newest schema in place of the record's own
 * @param naming how subjects are named
 * @param isKey whether record keys are meant, not values
 * @param type the generated class to read into; absent for the one of the topic, else the one the writer names
 */
public record WireSettings(
        boolean autoRegister,
        boolean useLatest,
        SubjectNaming naming,
        boolean isKey,
        @Nullable Class<? extends SpecificRecord> type) {
    /** Whether a schema that the subject lacks is registered when first written; default true. */
    public static final String AUTO_REGISTER = "auto.register.schemas";

    /**
     * Whether to write by the subject's newest schema in place of the record's own; default false. Registers nothing.
     */
    public static final String USE_LATEST = "use.latest.version";

    /** Whether to read into generated classes; default true, and false is refused. */
    public static final String READ_SPECIFIC = "specific.avro.reader";

    /** The generated class to read values into; default the one of the topic, else the one that the writer names. */
    public static final String VALUE_TYPE = "specific.avro.value.type";

    /** The same for record keys. */
    public static final String KEY_TYPE = "specific.avro.key.type";

    /** How subjects of values are named: Confluent's class name; default its {@code TopicNameStrategy}. */
    public static final String VALUE_NAMING = "value.subject.name.strategy";

    /** The same for record keys. */
    public static final String KEY_NAMING = "key.subject.name.strategy";

    /** What holds when nothing is said. */
    static final WireSettings DEFAULTS = of(Map.of(), false);

    /**
     * The settings in a configuration; others in it are not looked at.
     *
     * @throws ConfigException when one makes no sense
     */
    public static WireSettings of(Map<String, ?> config, boolean isKey) {
        Map<String, Object> parsed = known().parse(config);
        if (!flag(parsed, READ_SPECIFIC)) {
            throw new ConfigException(READ_SPECIFIC, false, "must be true: this serde reads generated classes only");
        }
        return new WireSettings(
                flag(parsed, AUTO_REGISTER),
                flag(parsed, USE_LATEST),
                SubjectNaming.named(config.get(isKey ? KEY_NAMING : VALUE_NAMING)),
                isKey,
                type(parsed, isKey ? KEY_TYPE : VALUE_TYPE));
    }

    private static ConfigDef known() {
        return new ConfigDef()
                .define(AUTO_REGISTER, ConfigDef.Type.BOOLEAN, true, Importance.MEDIUM, "register when first written")
                .define(USE_LATEST, ConfigDef.Type.BOOLEAN, false, Importance.MEDIUM, "write by the newest schema")
                .define(READ_SPECIFIC, ConfigDef.Type.BOOLEAN, true, Importance.LOW, "read generated classes")
                .define(VALUE_TYPE, ConfigDef.Type.CLASS, null, Importance.LOW, "generated class of values")
                .define(KEY_TYPE, ConfigDef.Type.CLASS, null, Importance.LOW, "generated class of keys");
    }

    private static boolean flag(Map<String, Object> parsed, String name) {
        return (Boolean) Objects.requireNonNull(parsed.get(name));
    }

    private static @Nullable Class<? extends SpecificRecord> type(Map<String, Object> parsed, String name) {
        if (!(parsed.get(name) instanceof Class<?> type)) {
            return null;
        }
        if (!SpecificRecord.class.isAssignableFrom(type)) {
            throw new ConfigException(name, type.getName(), "must be a class generated from an Avro schema");
        }
        return type.asSubclass(SpecificRecord.class);
    }

    /** The same, reading into this class. */
    WireSettings reading(Class<? extends SpecificRecord> record) {
        return new WireSettings(autoRegister, useLatest, naming, isKey, record);
    }
}

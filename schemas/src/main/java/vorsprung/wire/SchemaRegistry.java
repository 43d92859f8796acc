package vorsprung.wire;

import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;

/**
 * The schemas behind the ids in records: Confluent's REST API, or its stand-in in memory. Safe for use by many threads.
 *
 * <p>Every method throws {@link SchemaRegistryException} when the registry is away or refuses.
 */
public interface SchemaRegistry {

    /** Registers the schema under the subject, unless it is there already, and gives its id. */
    int register(String subject, Schema schema);

    /** The id under which the subject has exactly this schema; absent when it has not. */
    Optional<Integer> idOf(String subject, Schema schema);

    /**
     * The schema with this id.
     *
     * @throws UnknownSchemaException when the registry has none with this id
     */
    Schema byId(int id);

    /** The newest version of the subject; absent when there is no such subject. */
    Optional<RegisteredSchema> latest(String subject);

    /** The versions of the subject, oldest first; empty when there is no such subject. */
    List<Integer> versions(String subject);

    /** Whether the schema may become the next version of the subject, by the subject's compatibility level. */
    boolean compatible(String subject, Schema schema);

    /** Sets which changes of its schema the subject admits from now on. */
    void setCompatibility(String subject, Compatibility level);

    /** The level set for this very subject; absent when the registry's own default holds. */
    Optional<Compatibility> compatibility(String subject);

    /** Where the registry is, for messages: its addresses without credentials. */
    String location();
}

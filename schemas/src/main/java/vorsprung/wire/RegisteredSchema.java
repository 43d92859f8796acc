package vorsprung.wire;

import org.apache.avro.Schema;

/**
 * A version of a subject.
 *
 * @param id the id that records carry
 * @param version number of the version within its subject, from 1
 * @param schema the schema itself
 */
public record RegisteredSchema(int id, int version, Schema schema) {}

/** Confluent's wire format: Avro serde and schema registry client. */
@NullMarked
package vorsprung.wire;

import org.jspecify.annotations.NullMarked;

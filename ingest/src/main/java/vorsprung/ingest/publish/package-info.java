/** Events go to their topics, once each and all of a batch or none; the only user of a Kafka producer. */
@NullMarked
package vorsprung.ingest.publish;

import org.jspecify.annotations.NullMarked;

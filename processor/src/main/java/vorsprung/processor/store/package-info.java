/** Domain timelines in a key-value store: order-preserving keys, values as Avro state records. */
@NullMarked
package vorsprung.processor.store;

import org.jspecify.annotations.NullMarked;

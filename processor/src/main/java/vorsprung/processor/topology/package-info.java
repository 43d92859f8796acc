/** The Kafka Streams topology: sources, processors, stores, sinks; no market logic, no clock. */
@NullMarked
package vorsprung.processor.topology;

import org.jspecify.annotations.NullMarked;

/** Single operations without Kafka, timed by JMH: the serde, and what one event costs the books on the heap. */
@NullMarked
package vorsprung.benchmarks.micro;

import org.jspecify.annotations.NullMarked;

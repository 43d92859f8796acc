/** What the processor exports to Prometheus. */
@NullMarked
package vorsprung.processor.metrics;

import org.jspecify.annotations.NullMarked;

/** What was measured: figures of one run, ratios within a round, their spread. Knows nothing of Kafka and no clock. */
@NullMarked
package vorsprung.benchmarks.figure;

import org.jspecify.annotations.NullMarked;

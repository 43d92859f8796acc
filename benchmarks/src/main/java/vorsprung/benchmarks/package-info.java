/** The program that measures: `benchmarks/run` compares, `benchmarks/load` publishes. */
@NullMarked
package vorsprung.benchmarks;

import org.jspecify.annotations.NullMarked;

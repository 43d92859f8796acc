/** Invented market events with a shape like the real ones: seeded, so that everybody measures the same. No clock. */
@NullMarked
package vorsprung.benchmarks.market;

import org.jspecify.annotations.NullMarked;

/** Runs contestants in rounds, each in a fresh process, and prints what they measured. */
@NullMarked
package vorsprung.benchmarks.race;

import org.jspecify.annotations.NullMarked;

/** The command lines of the benchmarks. */
@NullMarked
package vorsprung.benchmarks.command;

import org.jspecify.annotations.NullMarked;

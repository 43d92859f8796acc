/** What is compared: each contestant does its work in a process of its own and measures itself. */
@NullMarked
package vorsprung.benchmarks.contestant;

import org.jspecify.annotations.NullMarked;

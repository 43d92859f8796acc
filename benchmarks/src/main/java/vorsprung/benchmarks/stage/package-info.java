/** Where measurements take place: a broker with the event topics, filled once and read by every contestant. */
@NullMarked
package vorsprung.benchmarks.stage;

import org.jspecify.annotations.NullMarked;

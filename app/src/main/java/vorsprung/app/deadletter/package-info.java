/** Records that the processor could not use: what is wrong with each, what was decided, and the way back. */
@NullMarked
package vorsprung.app.deadletter;

import org.jspecify.annotations.NullMarked;

/** The processor role: its settings and its wiring. */
@NullMarked
package vorsprung.processor;

import org.jspecify.annotations.NullMarked;

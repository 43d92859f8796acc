/** Checks a running system from outside: what is not as it must be, and what to mend. */
@NullMarked
package vorsprung.app.doctor;

import org.jspecify.annotations.NullMarked;

/** That what is on topics today can be read tomorrow, and the other way round. */
@NullMarked
package vorsprung.evolution;

import org.jspecify.annotations.NullMarked;

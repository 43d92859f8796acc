/** The whole system in one process, for a look at it and to develop against. */
@NullMarked
package vorsprung.app.demo;

import org.jspecify.annotations.NullMarked;

/** The life of commands that run until somebody stops them. */
@NullMarked
package vorsprung.app.runtime;

import org.jspecify.annotations.NullMarked;

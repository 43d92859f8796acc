/** The one program: commands over both roles. */
@NullMarked
package vorsprung.app;

import org.jspecify.annotations.NullMarked;

/** The program's commands, one class each. */
@NullMarked
package vorsprung.app.command;

import org.jspecify.annotations.NullMarked;

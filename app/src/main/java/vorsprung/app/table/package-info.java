/** Lays figures out for people: tables that fit the screen, and texts from outside that cannot harm it. */
@NullMarked
package vorsprung.app.table;

import org.jspecify.annotations.NullMarked;

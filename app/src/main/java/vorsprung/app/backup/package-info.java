/** Reads the event topics from end to end: every report as JSON Lines, or the facts they make as a table. */
@NullMarked
package vorsprung.app.backup;

import org.jspecify.annotations.NullMarked;

/** A raw report becomes a checked event, or a list of what is wrong with it. Pure, no I/O. */
@NullMarked
package vorsprung.ingest.intake;

import org.jspecify.annotations.NullMarked;

/** The ingest role: its settings and its wiring. */
@NullMarked
package vorsprung.ingest;

import org.jspecify.annotations.NullMarked;

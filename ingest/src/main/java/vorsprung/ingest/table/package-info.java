/** Tables (CSV) become raw reports in the publish format: Epoch AI's as they lie, others by a mapping of columns. */
@NullMarked
package vorsprung.ingest.table;

import org.jspecify.annotations.NullMarked;

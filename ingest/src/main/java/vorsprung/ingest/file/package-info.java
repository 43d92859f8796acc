/** Import of files of events. */
@NullMarked
package vorsprung.ingest.file;

import org.jspecify.annotations.NullMarked;

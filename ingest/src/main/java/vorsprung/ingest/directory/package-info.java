/** Which names mean the same company, model or benchmark. */
@NullMarked
package vorsprung.ingest.directory;

import org.jspecify.annotations.NullMarked;

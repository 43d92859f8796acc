/** Public sources that are watched: a class each that reads what they publish, and one watcher that knows what changed. */
@NullMarked
package vorsprung.ingest.source;

import org.jspecify.annotations.NullMarked;

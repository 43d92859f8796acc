/** The topics of changes and signals, read as they grow: for event streams, and for what changed since a time. */
@NullMarked
package vorsprung.processor.feed;

import org.jspecify.annotations.NullMarked;

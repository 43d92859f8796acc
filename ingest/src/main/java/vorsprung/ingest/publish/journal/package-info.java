/** What the gateway keeps on topics of its own beside the events: who reported what, and which requests were answered. */
@NullMarked
package vorsprung.ingest.publish.journal;

import org.jspecify.annotations.NullMarked;

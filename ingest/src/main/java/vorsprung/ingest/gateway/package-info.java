/** The publish gateway: events over HTTP. */
@NullMarked
package vorsprung.ingest.gateway;

import org.jspecify.annotations.NullMarked;

/** Talks to the query API and the publish gateway over HTTP. */
@NullMarked
package vorsprung.app.client;

import org.jspecify.annotations.NullMarked;

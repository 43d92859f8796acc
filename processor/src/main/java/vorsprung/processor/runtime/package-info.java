/** The life of the Streams client: start, await, close, readiness. */
@NullMarked
package vorsprung.processor.runtime;

import org.jspecify.annotations.NullMarked;

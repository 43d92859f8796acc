/** Ordered maps of one subject, which is all that the market logic knows of a store. */
@NullMarked
package vorsprung.processor.domain.timeline;

import org.jspecify.annotations.NullMarked;

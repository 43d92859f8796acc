/** How a figure came about: its rule, the facts it rests on, and who reported them. */
@NullMarked
package vorsprung.processor.explain;

import org.jspecify.annotations.NullMarked;

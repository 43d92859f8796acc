/** What makes an event well formed: slugs, derived ids, bounds. Pure, used by both sides of a topic. */
@NullMarked
package vorsprung.rule;

import org.jspecify.annotations.NullMarked;

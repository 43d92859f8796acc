/** What commands that read topics themselves have in common. */
@NullMarked
package vorsprung.app.kafka;

import org.jspecify.annotations.NullMarked;

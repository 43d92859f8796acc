/** Questions to the state stores: local, one owner, or all owners. */
@NullMarked
package vorsprung.processor.query;

import org.jspecify.annotations.NullMarked;

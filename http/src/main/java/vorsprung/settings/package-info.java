/** Settings of a role: read once from names and texts, checked, unknown names refused. */
@NullMarked
package vorsprung.settings;

import org.jspecify.annotations.NullMarked;

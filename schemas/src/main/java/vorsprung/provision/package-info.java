/** Brings topics and schemas into being on an existing cluster, and says how what is there differs. */
@NullMarked
package vorsprung.provision;

import org.jspecify.annotations.NullMarked;

/** HTTP glue shared by both roles: server, problem details, health. */
@NullMarked
package vorsprung.http;

import org.jspecify.annotations.NullMarked;

/** Who may do what over HTTP: tokens and their scopes, sessions of a browser, limits per caller. */
@NullMarked
package vorsprung.access;

import org.jspecify.annotations.NullMarked;

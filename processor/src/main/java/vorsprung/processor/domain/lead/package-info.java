/** Section 3 of the design: standings, lead windows, records, catch-ups, Vorsprung. */
@NullMarked
package vorsprung.processor.domain.lead;

import org.jspecify.annotations.NullMarked;

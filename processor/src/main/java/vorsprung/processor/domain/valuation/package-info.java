/** Section 2 of the design: rounds, totals, running valuations. */
@NullMarked
package vorsprung.processor.domain.valuation;

import org.jspecify.annotations.NullMarked;

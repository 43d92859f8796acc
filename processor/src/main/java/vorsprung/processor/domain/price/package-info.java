/** What a model costs, and what the same capability costs over time; the design, section 4. */
@NullMarked
package vorsprung.processor.domain.price;

import org.jspecify.annotations.NullMarked;

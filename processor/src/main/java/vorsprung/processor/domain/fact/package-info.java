/** Facts in force: what the folded reports say, without Avro. */
@NullMarked
package vorsprung.processor.domain.fact;

import org.jspecify.annotations.NullMarked;

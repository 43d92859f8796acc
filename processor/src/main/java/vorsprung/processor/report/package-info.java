/** Reports as they came, and the facts that they fold into. */
@NullMarked
package vorsprung.processor.report;

import org.jspecify.annotations.NullMarked;

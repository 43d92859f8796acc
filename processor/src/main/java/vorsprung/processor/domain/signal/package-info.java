/** Section 5 of the design: facts worth an alert, each judged at the valid time of its cause. */
@NullMarked
package vorsprung.processor.domain.signal;

import org.jspecify.annotations.NullMarked;

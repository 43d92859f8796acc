/** Every topic as a typed value, and the event types that live on them. */
@NullMarked
package vorsprung.topic;

import org.jspecify.annotations.NullMarked;

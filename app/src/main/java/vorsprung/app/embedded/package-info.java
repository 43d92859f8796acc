/** A production Kafka broker and schema registry for one machine: on loopback, with their data in one folder. */
@NullMarked
package vorsprung.app.embedded;

import org.jspecify.annotations.NullMarked;

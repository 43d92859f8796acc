/** The query API: paths and JSON over the questions of query. */
@NullMarked
package vorsprung.processor.http;

import org.jspecify.annotations.NullMarked;

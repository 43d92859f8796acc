/** Prometheus and Alertmanager beside a system in one process, and whether alerts would reach anybody. */
@NullMarked
package vorsprung.app.monitoring;

import org.jspecify.annotations.NullMarked;

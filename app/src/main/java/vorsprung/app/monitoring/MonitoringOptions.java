package vorsprung.app.monitoring;

/**
 * Where Prometheus and Alertmanager listen, on loopback.
 *
 * @param prometheusPort 0: a free one
 * @param alertmanagerPort 0: a free one
 */
public record MonitoringOptions(int prometheusPort, int alertmanagerPort) {}

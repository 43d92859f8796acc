package vorsprung.app.command;

import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;
import vorsprung.app.demo.LocalRun;
import vorsprung.app.monitoring.MonitoringOptions;
import vorsprung.app.monitoring.Programs;

/** Whether Prometheus and Alertmanager run beside a system in one process. */
public final class WatchOptions {

    @Option(
            names = "--prometheus",
            description = "Also run the Prometheus and the Alertmanager of this machine, with the rules that come with"
                    + " the program.")
    private boolean prometheus;

    @Option(
            names = "--prometheus-port",
            paramLabel = "PORT",
            defaultValue = "9090",
            description = "Port of Prometheus, with --prometheus. Default: ${DEFAULT-VALUE}.")
    private int prometheusPort;

    @Option(
            names = "--alertmanager-port",
            paramLabel = "PORT",
            defaultValue = "9093",
            description = "Port of Alertmanager, with --prometheus. Default: ${DEFAULT-VALUE}.")
    private int alertmanagerPort;

    /**
     * Who is to watch, if anybody.
     *
     * @throws vorsprung.app.monitoring.MissingProgramException if they are not on this machine
     */
    Optional<LocalRun.Watch> watch(Map<String, String> environment) {
        return prometheus
                ? Optional.of(new LocalRun.Watch(
                        Programs.find(environment.getOrDefault("PATH", "")),
                        new MonitoringOptions(prometheusPort, alertmanagerPort)))
                : Optional.empty();
    }
}

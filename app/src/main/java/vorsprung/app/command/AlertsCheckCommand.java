package vorsprung.app.command;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vorsprung.app.monitoring.AlertChain;
import vorsprung.app.monitoring.AlertChain.Finding;
import vorsprung.app.table.SafeText;

/** {@code vorsprung alerts check}: the whole chain from a metric to Alertmanager. */
@Command(
        name = "check",
        description = {
            "Checks that an alert of the running system would reach Alertmanager: metrics, scraping, rules, and a test"
                    + " alert. Says what to mend; exit code 1 if anything is to be mended."
        },
        footer = {
            "",
            "Examples:",
            "  vorsprung alerts check",
            "  vorsprung alerts check --prometheus http://prometheus:9090 --alertmanager http://alertmanager:9093",
            "  vorsprung alerts check --severity critical     # whoever is on call must get the test alert"
        })
public final class AlertsCheckCommand implements Callable<Integer> {

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private Talk talk;

    @Mixin
    private final ApiAddress api = new ApiAddress();

    @Mixin
    private final GatewayAddress gateway = new GatewayAddress();

    @Option(
            names = "--prometheus",
            paramLabel = "URL",
            defaultValue = "http://127.0.0.1:9090",
            description = "Prometheus. Default: ${DEFAULT-VALUE}.")
    private String prometheus = "";

    @Option(
            names = "--alertmanager",
            paramLabel = "URL",
            defaultValue = "http://127.0.0.1:9093",
            description = "Alertmanager. Default: ${DEFAULT-VALUE}.")
    private String alertmanager = "";

    @Mixin
    private final TokenOptions tokens = new TokenOptions();

    @Option(
            names = "--severity",
            paramLabel = "SEVERITY",
            defaultValue = "none",
            description = "Severity of the test alert, which decides who gets it. Default: none, who is nobody.")
    private String severity = "";

    @Override
    public Integer call() {
        AlertChain chain = new AlertChain(
                new AlertChain.Links(api.url(), gateway.url(), prometheus, alertmanager, tokens.token(), severity));
        List<Finding> findings = chain.check();
        findings.forEach(this::tell);
        return findings.stream().allMatch(finding -> finding.fault().isEmpty()) ? Exit.OK : Exit.FAILED;
    }

    private void tell(Finding finding) {
        talk.out().println((finding.fault().isEmpty() ? "ok      " : "FAILED  ") + finding.what());
        finding.fault().ifPresent(fault -> talk.out().println("        " + SafeText.line(fault)));
    }
}

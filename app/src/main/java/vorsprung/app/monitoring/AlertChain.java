package vorsprung.app.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import vorsprung.app.monitoring.Remote.Fault;

/** Whether an alert of the running system would reach Alertmanager, found out link by link. */
public final class AlertChain {

    private static final Duration LASTS = Duration.ofMinutes(1);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final Links links;
    private final Remote api;
    private final Remote gateway;
    private final Remote prometheus;
    private final Remote alertmanager;

    /**
     * The servers of the chain.
     *
     * @param token sent to the API and the gateway where they ask for one
     * @param severity of the test alert: {@code none} tells nobody
     */
    public record Links(
            String api,
            String gateway,
            String prometheus,
            String alertmanager,
            Optional<String> token,
            String severity) {

        /** The token is a secret. */
        @Override
        public String toString() {
            return "Links[" + api + ", " + gateway + ", " + prometheus + ", " + alertmanager + "]";
        }
    }

    /**
     * What was found out about one link.
     *
     * @param what the link, in a few words
     * @param fault what is wrong and how to mend it; empty when nothing is
     */
    public record Finding(String what, Optional<String> fault) {}

    private interface Link {
        void check() throws Fault;
    }

    public AlertChain(Links links) {
        this.links = links;
        this.api = new Remote("The query API", links.api());
        this.gateway = new Remote("The publish gateway", links.gateway());
        this.prometheus = new Remote("Prometheus", links.prometheus());
        this.alertmanager = new Remote("Alertmanager", links.alertmanager());
    }

    /** Checks every link, whatever becomes of those before it. */
    public List<Finding> check() {
        return List.of(
                finding("the processor exports its metrics", () -> exports(api, "vorsprung_events_total")),
                finding("the gateway exports its metrics", () -> exports(gateway, "vorsprung_gateway_events_total")),
                finding("Prometheus scrapes both", this::targets),
                finding("Prometheus has all rules, and they work", this::rules),
                finding("Prometheus knows Alertmanager", this::knowsAlertmanager),
                finding("a test alert arrives at Alertmanager", this::testAlert));
    }

    private static Finding finding(String what, Link link) {
        try {
            link.check();
            return new Finding(what, Optional.empty());
        } catch (Fault fault) {
            return new Finding(what, Optional.of(String.valueOf(fault.getMessage())));
        }
    }

    private void exports(Remote role, String metric) throws Fault {
        if (!role.text("/metrics", links.token()).contains(metric)) {
            throw new Fault(role.base() + "/metrics has no " + metric + ": another program listens there");
        }
    }

    private void targets() throws Fault {
        JsonNode targets = prometheus.json("/api/v1/targets?state=active").at("/data/activeTargets");
        for (String job : List.of("vorsprung-processor", "vorsprung-ingest")) {
            boolean known = false;
            for (JsonNode target : targets) {
                if (target.at("/labels/job").asText().equals(job)) {
                    known = true;
                    isUp(target);
                }
            }
            if (!known) {
                throw new Fault("there is no target of the job " + job
                        + "; give Prometheus a scrape job of that name, as monitoring/prometheus.yml does");
            }
        }
    }

    private static void isUp(JsonNode target) throws Fault {
        if (!target.path("health").asText().equals("up")) {
            throw new Fault(target.path("scrapeUrl").asText() + " is "
                    + target.path("health").asText() + ": "
                    + target.path("lastError").asText("it has not been scraped yet"));
        }
    }

    private void rules() throws Fault {
        List<String> missing = new ArrayList<>(ShippedFiles.alerts());
        for (JsonNode group : prometheus.json("/api/v1/rules").at("/data/groups")) {
            for (JsonNode rule : group.path("rules")) {
                missing.remove(rule.path("name").asText());
                if (rule.path("health").asText().equals("err")) {
                    throw new Fault("the rule " + rule.path("name").asText() + " fails: "
                            + rule.path("lastError").asText());
                }
            }
        }
        if (!missing.isEmpty()) {
            throw new Fault("there is no rule for " + String.join(", ", missing)
                    + "; name monitoring/rules/*.yml under rule_files, and reload");
        }
    }

    private void knowsAlertmanager() throws Fault {
        JsonNode known = prometheus.json("/api/v1/alertmanagers").at("/data/activeAlertmanagers");
        for (JsonNode each : known) {
            if (each.path("url").asText().startsWith(alertmanager.base() + "/")) {
                return;
            }
        }
        throw new Fault("it sends alerts to " + (known.isEmpty() ? "nobody" : known.toString()) + ", not to "
                + alertmanager.base() + "; see alerting.alertmanagers in its configuration");
    }

    private void testAlert() throws Fault {
        String id = UUID.randomUUID().toString();
        Instant now = Instant.now();
        alertmanager.post("/api/v2/alerts", JsonNodeFactory.instance.arrayNode().add(alert(id, now.plus(LASTS))));
        try {
            awaitArrival(id);
        } finally {
            alertmanager.post(
                    "/api/v2/alerts", JsonNodeFactory.instance.arrayNode().add(alert(id, now)));
        }
    }

    private void awaitArrival(String id) throws Fault {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (alertmanager
                .json("/api/v2/alerts?filter=check%3D%22" + id + "%22")
                .isEmpty()) {
            if (System.nanoTime() > deadline) {
                throw new Fault("Alertmanager took the test alert, but does not show it after " + PATIENCE);
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    private ObjectNode alert(String id, Instant endsAt) {
        ObjectNode alert = JsonNodeFactory.instance.objectNode();
        alert.putObject("labels")
                .put("alertname", "VorsprungAlertsCheck")
                .put("severity", links.severity())
                .put("category", "check")
                .put("check", id);
        alert.putObject("annotations")
                .put("summary", "vorsprung alerts check")
                .put("description", "A test alert; nothing is wrong.");
        return alert.put("endsAt", endsAt.toString());
    }
}

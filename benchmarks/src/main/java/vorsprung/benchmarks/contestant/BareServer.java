package vorsprung.benchmarks.contestant;

import io.javalin.Javalin;
import vorsprung.benchmarks.figure.Measurement;

/** The HTTP library of the query API with nothing behind it: a fixed answer as long as a company's. */
final class BareServer implements Work {
    private static final int ANSWER_BYTES = 900;

    @Override
    public Measurement run(Assignment assignment) throws Exception {
        String answer = "{\"companyId\":\"" + "x".repeat(ANSWER_BYTES) + "\"}";
        Javalin server = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.routes.get("/v1/companies/{company}", context -> context.json(answer));
        });
        server.start("127.0.0.1", 0);
        try {
            return new HttpLoad(server.port(), random -> "/v1/companies/company-0").run();
        } finally {
            server.stop();
        }
    }
}

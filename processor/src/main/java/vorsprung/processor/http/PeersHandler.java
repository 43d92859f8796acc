package vorsprung.processor.http;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.io.UncheckedIOException;
import java.util.function.Supplier;
import vorsprung.http.Body;
import vorsprung.http.Problem;
import vorsprung.http.Routes;
import vorsprung.processor.query.LocalPages;
import vorsprung.processor.query.PagesCodec;
import vorsprung.processor.query.PagesRequest;
import vorsprung.processor.query.Status;

/**
 * {@code /internal/v1/…}: what an instance tells its peers. It answers from its own stores alone and never asks another
 * instance, so no question goes in circles. The version in the path is that of the layout.
 */
public final class PeersHandler implements Routes {
    static final String STORES = "/internal/v1/stores/";
    static final String STATUS = "/internal/v1/status";
    static final String BYTES = "application/octet-stream";

    private static final int LONGEST_REQUEST = 1 << 20;

    private final LocalPages pages;
    private final Supplier<Status> status;
    private final PeerSecret secret;

    public PeersHandler(LocalPages pages, Supplier<Status> status, PeerSecret secret) {
        this.pages = pages;
        this.status = status;
        this.secret = secret;
    }

    @Override
    public void addTo(JavalinConfig server) {
        server.routes.before("/internal/*", this::authenticate);
        server.routes.post(STORES + "{store}/{partition}", this::pages);
        server.routes.get(
                STATUS, request -> request.header("Cache-Control", "no-store").json(status.get()));
    }

    private void authenticate(Context request) {
        if (!secret.isKnownTo(request.header(PeerSecret.HEADER))) {
            throw Problem.of(
                            401,
                            "Only instances of this system may ask here, with the header " + PeerSecret.HEADER
                                    + "; all must have the same setting peers.secret")
                    .exception()
                    .with("WWW-Authenticate", PeerSecret.HEADER);
        }
    }

    private void pages(Context request) {
        byte[] body = Body.read(request, LONGEST_REQUEST);
        PagesRequest asked;
        try {
            int partition = Integer.parseInt(request.pathParam("partition"));
            asked = PagesCodec.request(request.pathParam("store"), partition, body);
        } catch (UncheckedIOException | NumberFormatException e) {
            throw Problem.of(400, "The request cannot be read: " + e.getMessage())
                    .exception();
        }
        request.contentType(BYTES).result(PagesCodec.write(pages.answer(asked)));
    }
}

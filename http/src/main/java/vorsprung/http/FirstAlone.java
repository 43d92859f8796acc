package vorsprung.http;

import java.util.concurrent.Semaphore;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Lets requests in one after the other, until one has come to its route. Javalin 7.2.3 makes what its requests share at the
 * first of them and without a lock ({@code javalinLazy} is {@code LazyThreadSafetyMode.NONE}): of several first ones one
 * could find it half made, and was answered with 500.
 */
final class FirstAlone extends Handler.Wrapper {
    private static final int ALL = Integer.MAX_VALUE / 2;

    private final Semaphore turn = new Semaphore(1);
    private volatile boolean isMade;

    /** A request has come to its route, so that what all share is made, and any number may come in. */
    void arrived() {
        if (!isMade) {
            isMade = true;
            turn.release(ALL);
        }
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (isMade) {
            return super.handle(request, response, callback);
        }
        turn.acquire();
        try {
            return super.handle(request, response, callback);
        } finally {
            turn.release();
        }
    }
}

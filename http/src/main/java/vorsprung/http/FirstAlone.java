package vorsprung.http;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Lets the first request in alone, until it has come to its route. Javalin 7.2.3 makes what its requests share at the first
 * of them and without a lock ({@code javalinLazy} is {@code LazyThreadSafetyMode.NONE}): of several first ones one could
 * find it half made, and was answered with 500.
 */
final class FirstAlone extends Handler.Wrapper {
    private final AtomicBoolean isThere = new AtomicBoolean();
    private final CountDownLatch setUp = new CountDownLatch(1);

    /** A request has come to its route: the others may come in when it has made the rest of what they share. */
    void arrived(Runnable rest) {
        if (setUp.getCount() > 0) {
            rest.run();
            setUp.countDown();
        }
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (isThere.compareAndSet(false, true)) {
            try {
                return super.handle(request, response, callback);
            } finally {
                // It may not have been one for a route.
                setUp.countDown();
            }
        }
        setUp.await();
        return super.handle(request, response, callback);
    }
}

package vorsprung.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class FirstAloneTest {
    private final FirstAlone first = new FirstAlone();
    private final AtomicInteger came = new AtomicInteger();
    private final CountDownLatch firstCame = new CountDownLatch(1);
    private final CountDownLatch firstMayGo = new CountDownLatch(1);

    @BeforeEach
    void start() {
        first.setServer(new Server());
        first.setHandler(new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) throws Exception {
                if (came.incrementAndGet() == 1) {
                    firstCame.countDown();
                    firstMayGo.await();
                }
                return true;
            }
        });
    }

    @Test
    void oneThatComesToNoRouteIsFollowedByTheNext() throws Exception {
        FutureTask<Boolean> one = ask();
        firstCame.await();
        FutureTask<Boolean> other = askAndWait();

        assertThat(came).hasValue(1);

        firstMayGo.countDown();
        assertThat(one.get()).isTrue();
        assertThat(other.get()).isTrue();
        assertThat(came).hasValue(2);
    }

    @Test
    void theOthersComeInWhenTheFirstHasComeToItsRouteHoweverLongItTakesThere() throws Exception {
        FutureTask<Boolean> one = ask();
        firstCame.await();
        FutureTask<Boolean> other = askAndWait();

        first.arrived();

        assertThat(other.get()).isTrue();
        assertThat(one.isDone()).isFalse();
        firstMayGo.countDown();
        assertThat(one.get()).isTrue();
    }

    private FutureTask<Boolean> ask() {
        FutureTask<Boolean> asking = asking();
        new Thread(asking).start();
        return asking;
    }

    private FutureTask<Boolean> askAndWait() {
        FutureTask<Boolean> asking = asking();
        Thread thread = new Thread(asking);
        thread.start();
        Awaitility.await().until(() -> thread.getState() == Thread.State.WAITING);
        return asking;
    }

    @SuppressWarnings("NullAway") // nobody here looks at the request
    private FutureTask<Boolean> asking() {
        return new FutureTask<>(() -> first.handle(null, null, null));
    }
}

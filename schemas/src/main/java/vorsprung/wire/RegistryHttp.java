package vorsprung.wire;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.errors.InterruptException;

/** Asks the registry at one address after the other, and all of them again after a pause, until one answers. */
final class RegistryHttp {
    private final RegistrySettings settings;
    private final HttpClient client;

    /** Index of the address that answered last, which is asked first. */
    private volatile int preferred;

    RegistryHttp(RegistrySettings settings) {
        this.settings = settings;
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.patience().connectTimeout());
        settings.tls().ifPresent(builder::sslContext);
        this.client = builder.build();
    }

    /**
     * The first answer that is not a server's own error.
     *
     * @throws SchemaRegistryException when no address answers, or only with 5xx
     * @throws InterruptException when the thread is interrupted
     */
    RegistryAnswer ask(RegistryRequest request) {
        for (int failedRounds = 1; ; failedRounds++) {
            try {
                return askOnce(request);
            } catch (SchemaRegistryException e) {
                if (failedRounds > settings.patience().maxRetries()) {
                    throw e;
                }
                pause(failedRounds);
            }
        }
    }

    private RegistryAnswer askOnce(RegistryRequest request) {
        List<SchemaRegistryException> failures = new ArrayList<>();
        int first = preferred;
        int count = settings.addresses().size();
        for (int i = 0; i < count; i++) {
            int index = (first + i) % count;
            try {
                RegistryAnswer answer = exchange(request, settings.addresses().get(index));
                preferred = index;
                return answer;
            } catch (SchemaRegistryException e) {
                failures.add(e);
            }
        }
        throw joined(failures);
    }

    private RegistryAnswer exchange(RegistryRequest request, RegistryAddress address) {
        String question = request.describe(address);
        try {
            HttpResponse<String> response = client.send(
                    request.at(address, settings.patience().readTimeout()),
                    HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            RegistryAnswer answer = RegistryAnswer.of(question, response.statusCode(), response.body());
            if (answer.isServerError()) {
                throw answer.refusal();
            }
            return answer;
        } catch (IOException e) {
            throw new SchemaRegistryException(question + " failed: " + reason(e), e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    // The JDK's client leaves the message of a refused connection empty.
    private static String reason(IOException e) {
        if (e instanceof HttpTimeoutException) {
            return "no answer in time";
        }
        String message = e.getMessage();
        if (message != null) {
            return message;
        }
        return e instanceof ConnectException
                ? "no connection; is it running there?"
                : e.getClass().getSimpleName();
    }

    private static SchemaRegistryException joined(List<SchemaRegistryException> failures) {
        SchemaRegistryException last = failures.get(failures.size() - 1);
        failures.subList(0, failures.size() - 1).forEach(last::addSuppressed);
        return last;
    }

    private void pause(int failedRounds) {
        try {
            Thread.sleep(settings.patience().pause(failedRounds).toMillis());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}

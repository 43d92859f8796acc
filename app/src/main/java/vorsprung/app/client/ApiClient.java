package vorsprung.app.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Optional;
import vorsprung.app.client.Exchange.Reply;

/**
 * Asks one of the services, and waits for the answer within limits.
 *
 * <p>Each method throws {@link ProblemException} when the service refuses, {@link UnreachableException} when it does
 * not answer.
 */
public final class ApiClient {

    private static final int ERRORS_FROM = 400;
    private static final int REDIRECTS_FROM = 300;

    private final Endpoint endpoint;
    private final Exchange exchange;

    public ApiClient(Endpoint endpoint) {
        this.endpoint = endpoint;
        this.exchange = new Exchange(endpoint);
    }

    /** What the service says at this path. */
    public Answer get(ApiPath path) {
        try {
            return answer(exchange.get(path));
        } catch (IOException e) {
            throw UnreachableException.of(endpoint, e);
        }
    }

    /** What the service says to this JSON. */
    public Answer post(ApiPath path, JsonNode json) {
        try {
            return answer(exchange.post(path, JsonText.line(json)));
        } catch (IOException e) {
            throw UnreachableException.of(endpoint, e);
        }
    }

    /**
     * What the service tells from now on at this path; to be closed.
     *
     * @param lastEventId goes on behind this event; absent: with what comes next
     */
    public ServerEvents follow(ApiPath path, Optional<String> lastEventId) {
        return new Subscription(endpoint).follow(path, lastEventId);
    }

    private Answer answer(Reply reply) {
        Optional<Answer> answer = parse(reply.body());
        if (reply.status() >= ERRORS_FROM) {
            throw ProblemException.of(endpoint, reply.status(), answer);
        }
        return answer.filter(some -> reply.status() < REDIRECTS_FROM)
                .orElseThrow(() -> UnreachableException.notJson(endpoint, reply.status()));
    }

    /** The object or list that a body holds; absent when it holds neither. */
    static Optional<Answer> parse(String body) {
        try {
            return Optional.of(JsonText.read(body))
                    .filter(node -> node.isObject() || node.isArray())
                    .map(Answer::new);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}

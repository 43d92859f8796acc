package vorsprung.processor.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vorsprung.processor.http.ApiFixture.parsed;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vorsprung.processor.feed.FeedRecord;
import vorsprung.processor.http.EventSource.Event;

@Timeout(60)
class StreamApiTest {
    private static final Instant THEN = Instant.parse("2025-03-31T12:00:00Z");
    private static final long RECORD_BYTES = 10_000;
    private static final long WHAT_SOCKETS_HOLD_BYTES = 32_000_000;

    private final ApiFixture api = new ApiFixture();

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void aChangeAndASignalAreToldAsTheyHappen() {
        try (EventSource stream = following("/v1/stream")) {
            api.feed().append(change("openai", "company", "157", "300"));
            api.feed().append(signal("lead-changed:mmlu:r-2"));

            Event change = stream.next();
            Event signal = stream.next();

            assertThat(change.name()).isEqualTo("change");
            assertThat(change.id()).isEqualTo("1");
            assertThat(parsed(change.data())).isEqualTo(parsed("""
                    {
                      "subject": "openai",
                      "subjectType": "company",
                      "figure": "valuationUsd",
                      "before": 157,
                      "after": 300,
                      "changedAt": "2025-03-31T12:00:00Z",
                      "report": {
                        "type": "funding-round",
                        "key": "openai",
                        "eventId": "series-f",
                        "topic": "market.funding-rounds",
                        "partition": 2,
                        "offset": 7
                      }
                    }
                    """));
            assertThat(signal.name()).isEqualTo("signal");
            assertThat(signal.id()).isEqualTo("2");
            assertThat(parsed(signal.data()).get("signalId").asText()).isEqualTo("lead-changed:mmlu:r-2");
        }
    }

    @Test
    void aClientGoesOnBehindTheLastEventThatItSaw() {
        api.feed().append(change("openai", "company", "1", "2"));
        api.feed().append(change("anthropic", "company", "1", "2"));

        try (EventSource stream = following("/v1/stream", "Last-Event-ID", "1")) {
            Event next = stream.next();

            assertThat(next.id()).isEqualTo("2");
            assertThat(parsed(next.data()).get("subject").asText()).isEqualTo("anthropic");
        }
    }

    @Test
    void aClientThatSawNoEventGoesOnWhereItBegan() {
        String began;
        try (EventSource stream = following("/v1/stream")) {
            began = stream.awaitId();
        }
        api.feed().append(change("openai", "company", "1", "2"));

        try (EventSource stream = following("/v1/stream", "Last-Event-ID", began)) {
            assertThat(parsed(stream.next().data()).get("subject").asText()).isEqualTo("openai");
        }
    }

    @Test
    void whatExpiredMeanwhileIsToldAsAGap() {
        for (String company : List.of("a", "b", "c", "d")) {
            api.feed().append(change(company, "company", "1", "2"));
        }
        api.feed().expire(3);

        try (EventSource stream = following("/v1/stream?types=signal,company", "Last-Event-ID", "1")) {
            Event gap = stream.next();
            Event next = stream.next();

            assertThat(gap.name()).isEqualTo("gap");
            assertThat(gap.id()).isEqualTo("3");
            assertThat(parsed(gap.data())).isEqualTo(parsed("""
                    {"topic": "market.changes", "partition": 0, "missing": 2}
                    """));
            assertThat(parsed(next.data()).get("subject").asText()).isEqualTo("d");
        }
    }

    @Test
    void onlyTheTypesAskedForAreSent() {
        try (EventSource stream = following("/v1/stream?types=benchmark,signal")) {
            api.feed().append(change("openai", "company", "1", "2"));
            api.feed().append(change("mmlu", "benchmark", "1", "2"));
            api.feed().append(signal("s-1"));

            assertThat(parsed(stream.next().data()).get("subject").asText()).isEqualTo("mmlu");
            assertThat(stream.next().name()).isEqualTo("signal");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"types=companies", "types=change,changes", "since=2025"})
    void whatTheStreamDoesNotHaveIsRefused(String question) {
        assertThat(api.ask("/v1/stream?" + question).statusCode()).isEqualTo(400);
    }

    @Test
    void anIdThatTheStreamNeverGaveIsRefused() {
        HttpResponse<String> answer = api.ask("/v1/stream", "Last-Event-ID", "yesterday");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(parsed(answer.body()).get("detail").asText()).contains("Last-Event-ID");
    }

    @Test
    void aClientThatDoesNotReadHoldsNoMemoryAndHoldsBackNobody() throws IOException {
        try (Socket asleep = new Socket(InetAddress.getLoopbackAddress(), api.port())) {
            asleep.getOutputStream()
                    .write("GET /v1/stream HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            await().until(() -> api.feed().readers() == 1);
            api.feed().repeat(change("x".repeat((int) RECORD_BYTES), "company", "1", "2"));

            long read = onceNothingMoreIsRead();

            assertThat(read * RECORD_BYTES).isPositive().isLessThan(WHAT_SOCKETS_HOLD_BYTES);
            try (EventSource awake = EventSource.open(api.port(), "/v1/stream")) {
                assertThat(awake.next().name()).isEqualTo("change");
            }
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> api.feed().readers() == 0);
    }

    @Test
    void whoAsksForTheHeadersOnlyFollowsNothing() {
        for (int i = 0; i <= 100; i++) {
            HttpResponse<String> answer = api.send("HEAD", "/v1/stream");

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                    .startsWith("text/event-stream");
        }
        assertThat(api.feed().readers()).isZero();
    }

    @Test
    void theEndOfTheServerEndsTheStream() {
        ApiFixture ending = new ApiFixture();
        try (EventSource stream = EventSource.open(ending.port(), "/v1/stream")) {
            stream.awaitId();

            ending.close();

            assertThat(ending.feed().readers()).isZero();
        }
    }

    private EventSource following(String path, String... headers) {
        return EventSource.open(api.port(), path, headers);
    }

    /** Looked at every tenth of a second, the number of records read is the same ten times. */
    private long onceNothingMoreIsRead() {
        Stillness stillness = new Stillness();
        await().pollInterval(Duration.ofMillis(100))
                .atMost(Duration.ofSeconds(30))
                .until(() -> stillness.lookedAt(api.feed().read()) >= 10);
        return api.feed().read();
    }

    private static final class Stillness {
        private long last = -1;
        private int times;

        int lookedAt(long value) {
            times = value == last && value > 0 ? times + 1 : 0;
            last = value;
            return times;
        }
    }

    static FeedRecord.Changed change(String subject, String subjectType, String before, String after) {
        return new FeedRecord.Changed(
                subject,
                subjectType,
                "valuationUsd",
                before,
                after,
                THEN,
                new FeedRecord.Cause("funding-round", subject, "series-f", "market.funding-rounds", 2, 7));
    }

    private static FeedRecord.Signalled signal(String signalId) {
        return new FeedRecord.Signalled(
                signalId, "LEAD_CHANGED", "mmlu", THEN, THEN, false, false, 0.9, 0.8, null, List.of("r-2"));
    }
}

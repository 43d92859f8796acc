package vorsprung.benchmarks.contestant;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import vorsprung.benchmarks.figure.Measurement;
import vorsprung.benchmarks.market.MarketEvents;
import vorsprung.benchmarks.stage.KnownSchemas;
import vorsprung.benchmarks.stage.WireEvents;
import vorsprung.processor.Processor;
import vorsprung.processor.ProcessorConfig;
import vorsprung.topic.Position;

/** Questions to the query API of the whole processor, while nothing is published. */
final class ApiQueries implements Work {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int EVENTS = 10_000;
    private static final int ASKED_COMPANIES = 20;

    /** All clients of a benchmark are one caller, who asks more than a caller may. */
    private static final String NO_LIMIT = "1000000";

    private final Function<Random, String> question;

    private ApiQueries(Function<Random, String> question) {
        this.question = question;
    }

    /** All figures of one company, each with its evidence. */
    static ApiQueries ofOneCompany() {
        return new ApiQueries(random -> "/v1/companies/company-" + random.nextInt(ASKED_COMPANIES));
    }

    /** A page of fifty companies, sorted. */
    static ApiQueries ofAList() {
        return new ApiQueries(random -> "/v1/companies?limit=50");
    }

    @Override
    public Measurement run(Assignment assignment) throws Exception {
        Position end = publish(assignment);
        try (Processor processor = Processor.of(config(assignment))) {
            processor.start();
            if (!processor.await(end, PATIENCE)) {
                throw new IllegalStateException("the market was not queryable after " + PATIENCE);
            }
            return new HttpLoad(processor.port(), question).run();
        }
    }

    private static ProcessorConfig config(Assignment assignment) {
        Map<String, String> settings = new HashMap<>(KnownSchemas.settings());
        settings.put("bootstrap.servers", assignment.bootstrapServers());
        settings.put("application.id", assignment.name());
        settings.put("state.dir", assignment.folder().resolve("state").toString());
        settings.put("api.port", "0");
        settings.put("limit.requests-per-second", NO_LIMIT);
        return ProcessorConfig.of(settings);
    }

    /** The same events in every round, which count once. */
    private static Position publish(Assignment assignment) throws Exception {
        WireEvents wire = new WireEvents(KnownSchemas.settings());
        Iterator<SpecificRecord> market = new MarketEvents(assignment.shape(), EVENTS, 0);
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                assignment.clientSettings(), new ByteArraySerializer(), new ByteArraySerializer())) {
            while (market.hasNext()) {
                sent.add(producer.send(wire.record(market.next())));
            }
        }
        Position end = Position.NOWHERE;
        for (Future<RecordMetadata> each : sent) {
            end = end.with(
                    each.get().topic(), each.get().partition(), each.get().offset());
        }
        return end;
    }
}

package vorsprung.benchmarks.micro;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.kafka.common.serialization.Serde;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import vorsprung.event.BenchmarkResult;
import vorsprung.topic.EventType;
import vorsprung.wire.SerdeFactory;

/** Our serde against plain Avro, on one benchmark result, each way. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class SerdeBenchmark {
    /** Bytes of the record in Avro, without the five in front of it on the wire. */
    private static final int RECORD_BYTES = 76;

    private static final String TOPIC = EventType.BENCHMARK_RESULT.topic();

    private final BenchmarkResult result = result();
    private final Serde<BenchmarkResult> serde =
            SerdeFactory.serde(Map.of("schema.registry.url", "mock://micro"), BenchmarkResult.class);
    private final byte[] wire = serde.serializer().serialize(TOPIC, result);
    private final SpecificDatumWriter<BenchmarkResult> writer = new SpecificDatumWriter<>(BenchmarkResult.class);
    private final SpecificDatumReader<BenchmarkResult> reader = new SpecificDatumReader<>(BenchmarkResult.class);
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
    private byte[] plain = {};
    private final BinaryDecoder decoder = DecoderFactory.get().binaryDecoder(plain, null);

    /** Writes the record that is read. */
    @Setup
    public void writeWhatIsRead() throws IOException {
        plain = plainWrite();
        if (plain.length != RECORD_BYTES) {
            throw new IllegalStateException("the record is to have " + RECORD_BYTES + " bytes, found " + plain.length);
        }
    }

    @Benchmark
    public byte[] write() {
        return serde.serializer().serialize(TOPIC, result);
    }

    @Benchmark
    public BenchmarkResult read() {
        return serde.deserializer().deserialize(TOPIC, wire);
    }

    /** What there is no way around: Avro's own writer, its encoder kept. */
    @Benchmark
    public byte[] plainWrite() throws IOException {
        out.reset();
        writer.write(result, encoder);
        encoder.flush();
        return out.toByteArray();
    }

    /** What there is no way around: Avro's own reader, its decoder kept. */
    @Benchmark
    public BenchmarkResult plainRead() throws IOException {
        return reader.read(null, DecoderFactory.get().binaryDecoder(plain, decoder));
    }

    private static BenchmarkResult result() {
        return BenchmarkResult.newBuilder()
                .setEventId("gpqa-1")
                .setCompanyId("deepseek")
                .setModelId("deepseek/deepseek-r1")
                .setBenchmarkId("gpqa-diamond")
                .setOccurredAt(Instant.parse("2025-01-20T00:00:00Z"))
                .setScore(71.5)
                .build();
    }
}

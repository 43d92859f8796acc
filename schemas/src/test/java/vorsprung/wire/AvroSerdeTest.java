package vorsprung.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import vorsprung.event.FundingRound;
import vorsprung.event.LeadClaim;

class AvroSerdeTest {
    private final MemorySchemaRegistry registry = new MemorySchemaRegistry();
    private final AvroSerde<FundingRound> serde = new AvroSerde<>(FundingRound.class, registry);

    private byte[] written(FundingRound round) {
        return serde.serializer().serialize(Rounds.TOPIC, round);
    }

    private FundingRound read(byte[] bytes) {
        return serde.deserializer().deserialize(Rounds.TOPIC, bytes);
    }

    @Test
    void aRecordIsReadAsItWasWritten() {
        FundingRound round = Rounds.seriesF();

        FundingRound read = read(written(round));

        assertThat(read).isEqualTo(round);
    }

    @Test
    void theBytesAreConfluentsWireFormat() {
        registry.register("another", LeadClaim.getClassSchema());

        byte[] bytes = written(Rounds.seriesF());

        assertThat(HexFormat.of().formatHex(bytes))
                .isEqualTo("00" + "00000002" // magic byte, schema id
                        + "00" // no eventId
                        + "0c6f70656e6169" // companyId "openai"
                        + "020c4f70656e4149" // company "OpenAI"
                        + "80e0fb97bd65" + "0204" // occurredAt 1743379200000, DAY
                        + "0000000000" // no recordedAt, source, confidence, retracted, clears
                        + "0210536572696573" + "2046" // round "Series F"
                        + "0000" // no kind, status
                        + "0280c0fc82aa02" // amountUsd 40 bn
                        + "00" + "0280e0a596bb11" // no preMoneyValuationUsd, postMoneyValuationUsd 300 bn
                        + "0000"); // no trancheOf, investors
    }

    @Test
    void theSubjectIsTheTopicsOwn() {
        written(Rounds.seriesF());

        assertThat(registry.latest(Rounds.SUBJECT))
                .hasValueSatisfying(latest -> assertThat(latest.schema()).isEqualTo(FundingRound.getClassSchema()));
    }

    @Test
    void aTombstoneStaysOne() {
        assertThat(serde.serializer().serialize(Rounds.TOPIC, null)).isNull();
        assertThat(serde.deserializer().deserialize(Rounds.TOPIC, (byte[]) null))
                .isNull();
    }

    @Test
    void aRecordInTheMiddleOfABufferIsReadWithoutWhatSurroundsIt() {
        byte[] bytes = written(Rounds.seriesF());
        byte[] surrounded = new byte[bytes.length + 20];
        Arrays.fill(surrounded, (byte) 0x7f);
        System.arraycopy(bytes, 0, surrounded, 7, bytes.length);
        ByteBuffer buffer = ByteBuffer.wrap(surrounded, 7, bytes.length);

        FundingRound read = serde.deserializer().deserialize(Rounds.TOPIC, new RecordHeaders(), buffer);

        assertThat(read).isEqualTo(Rounds.seriesF());
        assertThat(buffer.remaining()).isEqualTo(bytes.length);
    }

    @Test
    void aRecordLargerThanAnyBufferIsWrittenWhole() {
        FundingRound large = Rounds.seriesF();
        large.setRound("x".repeat(300_000));

        FundingRound read = read(written(large));

        assertThat(read).isEqualTo(large);
        assertThat(read(written(Rounds.seriesF()))).isEqualTo(Rounds.seriesF());
    }

    @Test
    void manyThreadsShareOneSerde() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        Callable<Boolean> roundTrips = () -> IntStream.range(0, 2_000).allMatch(this::survives);

        try {
            List<Future<Boolean>> outcomes = threads.invokeAll(List.of(roundTrips, roundTrips, roundTrips, roundTrips));

            for (Future<Boolean> outcome : outcomes) {
                assertThat(outcome.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private boolean survives(int number) {
        FundingRound round = Rounds.seriesF();
        round.setEventId("r" + number);
        return read(written(round)).equals(round);
    }

    @Test
    void withoutAClassTheWritersRecordIsRead() {
        Map<String, String> config = Map.of("schema.registry.url", "mock://withoutAClass");
        AvroSerde<SpecificRecord> any = new AvroSerde<>();
        any.configure(config, false);
        LeadClaim claim = LeadClaim.newBuilder()
                .setCompanyId("openai")
                .setOccurredAt(Rounds.seriesF().getOccurredAt())
                .build();

        byte[] bytes = any.serializer().serialize("elsewhere", claim);

        assertThat(any.deserializer().deserialize("elsewhere", bytes)).isEqualTo(claim);
    }

    @Test
    void anUnconfiguredSerdeSaysSo() {
        AvroSerde<FundingRound> unconfigured = new AvroSerde<>();

        assertThatThrownBy(() -> unconfigured.serializer().serialize(Rounds.TOPIC, Rounds.seriesF()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("configure() comes before serialize()");
    }
}

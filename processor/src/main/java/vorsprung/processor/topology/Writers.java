package vorsprung.processor.topology;

import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.serialization.Serde;
import vorsprung.signal.Change;
import vorsprung.signal.Signal;
import vorsprung.topic.Topics;
import vorsprung.wire.SerdeFactory;

/**
 * Writes signals and changes, and reads signals back, by the serde that the configuration names.
 *
 * @param signals of signals
 * @param changes of changes
 */
public record Writers(Serde<Signal> signals, Serde<Change> changes) {

    /** Writers with the registry and serde settings of {@link SerdeFactory}. */
    public static Writers of(Map<String, ?> config) {
        return new Writers(SerdeFactory.serde(config, Signal.class), SerdeFactory.serde(config, Change.class));
    }

    /** The same, with each serde replaced. */
    public Writers with(Wrapping wrapping) {
        return new Writers(wrapping.of(signals), wrapping.of(changes));
    }

    /** Makes another serde of one. */
    public interface Wrapping {
        <T> Serde<T> of(Serde<T> serde);
    }

    byte[] write(Signal signal) {
        return Objects.requireNonNull(signals.serializer().serialize(Topics.SIGNALS.name(), signal));
    }

    byte[] write(Change change) {
        return Objects.requireNonNull(changes.serializer().serialize(Topics.CHANGES.name(), change));
    }

    byte[] writeCut(Signal cut) {
        return Objects.requireNonNull(signals.serializer().serialize(Topics.PRICE_CUTS.name(), cut));
    }

    byte[] writeCrossing(Change crossing) {
        return Objects.requireNonNull(changes.serializer().serialize(Topics.CROSSINGS.name(), crossing));
    }

    Change readCrossing(byte[] bytes) {
        return Objects.requireNonNull(changes.deserializer().deserialize(Topics.CROSSINGS.name(), bytes));
    }

    Signal readCut(byte[] bytes) {
        return Objects.requireNonNull(signals.deserializer().deserialize(Topics.PRICE_CUTS.name(), bytes));
    }
}

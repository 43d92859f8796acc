package vorsprung.ingest.publish;

import org.apache.avro.specific.SpecificRecord;
import vorsprung.topic.Topic;

/** A record that is written beside events, such as who published them. */
public record Companion(Topic topic, String key, SpecificRecord value) {}

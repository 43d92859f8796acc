package vorsprung.processor.report;

import java.nio.ByteBuffer;
import java.time.Instant;

/**
 * A report as it came.
 *
 * @param event value of the Kafka record, in Confluent's wire format
 * @param timestamp timestamp of the Kafka record, the wall clock at publishing
 * @param partition partition it came on
 */
public record StoredReport(ByteBuffer event, Instant timestamp, int partition) {}

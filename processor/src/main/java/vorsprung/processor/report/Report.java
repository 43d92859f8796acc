package vorsprung.processor.report;

import org.apache.avro.specific.SpecificRecord;

/**
 * A report, read.
 *
 * @param key where it stands in the log
 * @param event what it says, as the newest schema of its type
 */
public record Report(ReportKey key, SpecificRecord event) {}

package vorsprung.ingest.source;

import java.net.URI;

/**
 * What an address answered.
 *
 * @param body never changed by anybody
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once, compared by nobody
public record Document(URI address, byte[] body) {}

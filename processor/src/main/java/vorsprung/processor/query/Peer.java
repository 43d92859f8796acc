package vorsprung.processor.query;

/** An instance of the processor, by the address at which its query API is reached by others. */
public record Peer(String host, int port) {
    @Override
    public String toString() {
        return host + ":" + port;
    }
}

package vorsprung.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** TLS with a certificate that may be replaced while the server runs: its files are looked at again and again. */
final class Tls implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Tls.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(10);

    private final TlsFiles files;

    /** Of a key store that is never written. */
    private final String password = UUID.randomUUID().toString();

    private final SslContextFactory.Server context = new SslContextFactory.Server();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread daemon = new Thread(task, "vorsprung-certificate");
        daemon.setDaemon(true);
        return daemon;
    });
    private List<FileTime> changedAt;
    private volatile Instant expiry;

    /**
     * Reads the files.
     *
     * @throws UncheckedIOException when they cannot be used
     */
    Tls(TlsFiles files) {
        this.files = files;
        try {
            this.changedAt = changedAt();
            PemKeyStore read = PemKeyStore.read(files, password);
            this.expiry = read.expiry();
            use(context, read);
        } catch (IOException e) {
            throw new UncheckedIOException("TLS cannot be set up: " + e.getMessage(), e);
        }
        context.setIncludeProtocols("TLSv1.2", "TLSv1.3");
    }

    /** What a connector needs. */
    SslContextFactory.Server context() {
        return context;
    }

    /** When the certificate ends. */
    Instant expiry() {
        return expiry;
    }

    /** Begins to look whether the files have changed. */
    void start() {
        Future<?> unused = thread.scheduleWithFixedDelay(
                this::look, LOOK_EVERY.toMillis(), LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** A pair that cannot be used yet, such as when one of the files is still the old one, is tried at the next look. */
    // Whatever the context throws, the certificate in use stays so; letting it out would end the looking for good.
    @SuppressWarnings("CatchingUnchecked")
    void look() {
        try {
            List<FileTime> found = changedAt();
            if (found.equals(changedAt)) {
                return;
            }
            PemKeyStore read = PemKeyStore.read(files, password);
            context.reload(reloaded -> use((SslContextFactory.Server) reloaded, read));
            changedAt = found;
            expiry = read.expiry();
            LOG.info("The certificate was replaced; it ends {}", expiry);
        } catch (Exception e) {
            LOG.warn("The certificate in use stays, since the new one cannot be used: {}", e.getMessage());
        }
    }

    private void use(SslContextFactory.Server into, PemKeyStore read) {
        into.setKeyStore(read.keys());
        into.setKeyStorePassword(password);
    }

    private List<FileTime> changedAt() throws IOException {
        return List.of(Files.getLastModifiedTime(files.certificate()), Files.getLastModifiedTime(files.key()));
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}

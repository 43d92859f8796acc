package vorsprung.http;

import java.nio.file.Path;
import java.util.Optional;
import vorsprung.settings.Settings;

/**
 * The certificate of a server.
 *
 * <ul>
 *   <li>{@code tls.certificate.file}: PEM file of the certificate and the chain to its issuer; default none, and then the
 *       server speaks plain HTTP
 *   <li>{@code tls.key.file}: PEM file of its private key, in PKCS#8 form, not encrypted
 * </ul>
 *
 * Both are read again within ten seconds of a change.
 */
public record TlsFiles(Path certificate, Path key) {
    private static final String CERTIFICATE = "tls.certificate.file";
    private static final String KEY = "tls.key.file";

    /** The files that the settings name; one without the other is refused. */
    public static Optional<TlsFiles> of(Settings settings) {
        Optional<Path> certificate = settings.text(CERTIFICATE).map(Path::of);
        Optional<Path> key = settings.text(KEY).map(Path::of);
        if (certificate.isPresent() != key.isPresent()) {
            settings.refuse(CERTIFICATE + " and " + KEY + " belong together; " + (key.isPresent() ? CERTIFICATE : KEY)
                    + " is missing");
        }
        return certificate.flatMap(chain -> key.map(secret -> new TlsFiles(chain, secret)));
    }
}

package vorsprung.app.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate that nobody else has issued or trusts, for servers at an address of this machine. */
record PeerCertificate(Path folder) {

    private static final String PASSWORD = "changeit";
    private static final String ALIAS = "peer";

    /** Makes one for an IP address, in an empty folder. */
    static PeerCertificate make(Path folder, String address)
            throws IOException, InterruptedException, GeneralSecurityException {
        PeerCertificate certificate = new PeerCertificate(folder);
        certificate.generate(address);
        KeyStore keys = certificate.keys();
        write(certificate.chain(), "CERTIFICATE", keys.getCertificate(ALIAS).getEncoded());
        write(
                certificate.key(),
                "PRIVATE KEY",
                keys.getKey(ALIAS, PASSWORD.toCharArray()).getEncoded());
        return certificate;
    }

    /** Of a server that has it. */
    Map<String, String> settings() {
        return Map.of("tls.certificate.file", chain().toString(), "tls.key.file", key().toString());
    }

    /** Of a JVM that trusts it alone. */
    List<String> jvmOptions() {
        return List.of("-Djavax.net.ssl.trustStore=" + store(), "-Djavax.net.ssl.trustStorePassword=" + PASSWORD);
    }

    /** Of a client that trusts it alone. */
    SSLContext context() {
        try {
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(keys());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void generate(String address) throws IOException, InterruptedException {
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        String words = keytool + " -genkeypair -alias " + ALIAS + " -keyalg EC -dname CN=peer -ext san=ip:" + address
                + " -storetype PKCS12 -storepass " + PASSWORD + " -keystore " + store();
        Process process = new ProcessBuilder(words.split(" ")).inheritIO().start();
        if (process.waitFor() != 0) {
            throw new IOException(words + " ended with " + process.exitValue());
        }
    }

    private KeyStore keys() throws GeneralSecurityException, IOException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store())) {
            keys.load(in, PASSWORD.toCharArray());
        }
        return keys;
    }

    private static void write(Path file, String label, byte[] bytes) throws IOException {
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
        Files.writeString(file, "-----BEGIN " + label + "-----\n" + base64 + "\n-----END " + label + "-----\n");
    }

    private Path store() {
        return folder.resolve("peer.p12");
    }

    private Path chain() {
        return folder.resolve("chain.pem");
    }

    private Path key() {
        return folder.resolve("key.pem");
    }
}

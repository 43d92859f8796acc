package vorsprung.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Certificate and key of PEM files as Java wants them.
 *
 * @param expiry when the certificate ends
 */
record PemKeyStore(KeyStore keys, Instant expiry) {
    private static final Pattern PKCS8 =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");
    private static final Map<String, String> SIGNATURES = Map.of("RSA", "SHA256withRSA", "EC", "SHA256withECDSA");
    private static final byte[] SIGNED = {1};
    private static final List<String> ALGORITHMS = List.of("RSA", "EC", "EdDSA");

    /**
     * Reads the files; the key store is open to whoever has this password.
     *
     * @throws IOException naming the file that cannot be read or is not of its form
     */
    static PemKeyStore read(TlsFiles files, String password) throws IOException {
        Certificate[] chain = chain(files.certificate());
        PrivateKey key = key(files.key());
        try {
            if (!isOf(key, chain[0].getPublicKey())) {
                throw new IOException(files.key() + " is not the key of the certificate in " + files.certificate());
            }
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(null, null);
            keys.setKeyEntry("server", key, password.toCharArray(), chain);
            return new PemKeyStore(
                    keys, ((X509Certificate) chain[0]).getNotAfter().toInstant());
        } catch (GeneralSecurityException e) {
            throw new IOException(
                    files.certificate() + " and " + files.key() + " cannot be used: " + e.getMessage(), e);
        }
    }

    /** Signs something with the one and checks it with the other. */
    private static boolean isOf(PrivateKey key, PublicKey certified) throws GeneralSecurityException {
        String algorithm = SIGNATURES.getOrDefault(key.getAlgorithm(), key.getAlgorithm());
        if (!key.getAlgorithm().equals(certified.getAlgorithm())) {
            return false;
        }
        Signature signing = Signature.getInstance(algorithm);
        signing.initSign(key);
        signing.update(SIGNED);
        Signature checking = Signature.getInstance(algorithm);
        checking.initVerify(certified);
        checking.update(SIGNED);
        return checking.verify(signing.sign());
    }

    private static Certificate[] chain(Path file) throws IOException {
        try {
            Certificate[] chain = CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(Files.readAllBytes(file)))
                    .toArray(Certificate[]::new);
            if (chain.length == 0) {
                throw new IOException(file + " holds no certificate; expected -----BEGIN CERTIFICATE-----");
            }
            return chain;
        } catch (GeneralSecurityException e) {
            throw new IOException(file + " holds no readable certificate: " + e.getMessage(), e);
        }
    }

    private static PrivateKey key(Path file) throws IOException {
        Matcher pem = PKCS8.matcher(Files.readString(file, StandardCharsets.US_ASCII));
        if (!pem.find()) {
            throw new IOException(file + " holds no private key in PKCS#8 form (-----BEGIN PRIVATE KEY-----);"
                    + " openssl pkcs8 -topk8 -nocrypt brings others into it");
        }
        byte[] bytes = Base64.getMimeDecoder().decode(pem.group(1));
        PKCS8EncodedKeySpec encoded = new PKCS8EncodedKeySpec(bytes);
        return ALGORITHMS.stream()
                .flatMap(algorithm -> key(algorithm, encoded).stream())
                .findFirst()
                .orElseThrow(() ->
                        new IOException(file + " holds a private key of none of " + String.join(", ", ALGORITHMS)));
    }

    /** The key, if it is one of this algorithm. */
    private static Optional<PrivateKey> key(String algorithm, PKCS8EncodedKeySpec encoded) {
        try {
            return Optional.of(KeyFactory.getInstance(algorithm).generatePrivate(encoded));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }
}

package vorsprung.wire;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;

/**
 * One address of the registry.
 *
 * @param base scheme, host and path, without credentials and without a slash at the end
 * @param authorization value of the header of that name; absent without one
 */
record RegistryAddress(String base, @Nullable String authorization) {

    /**
     * The address in a setting, with its own credentials if it carries some and no others are given.
     *
     * @throws ConfigException when it is no http or https address
     */
    static RegistryAddress of(String text, @Nullable String authorization) {
        URI uri = uri(text);
        String userInfo = uri.getUserInfo();
        String base = uri.getScheme() + "://" + uri.getRawAuthority().replaceFirst("^.*@", "") + uri.getRawPath();
        return new RegistryAddress(
                base.replaceFirst("/+$", ""),
                authorization == null && userInfo != null ? basic(userInfo) : authorization);
    }

    /** The header's value for {@code user:password}. */
    static String basic(String userInfo) {
        return "Basic " + Base64.getEncoder().encodeToString(userInfo.getBytes(StandardCharsets.UTF_8));
    }

    // The text may hold a password, so no message repeats it.
    private static URI uri(String text) {
        try {
            URI uri = URI.create(text.strip());
            if (uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            throw notAnAddress();
        }
        throw notAnAddress();
    }

    private static ConfigException notAnAddress() {
        return new ConfigException(SchemaRegistries.URL + " must be http:// or https:// addresses separated by commas,"
                + " such as http://localhost:8081");
    }

    URI at(String path) {
        return URI.create(base + path);
    }

    @Override
    public String toString() {
        return base;
    }
}

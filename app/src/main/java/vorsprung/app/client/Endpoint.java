package vorsprung.app.client;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/**
 * Where a service is, and the token it wants.
 *
 * @param service which of the two
 * @param base absolute http or https address, without a slash at its end; a path in it is a prefix
 * @param token sent as {@code Authorization: Bearer}; absent where none is asked for
 */
public record Endpoint(Service service, URI base, Optional<String> token) {

    /**
     * The endpoint at this address.
     *
     * @throws BadAddressException when it is no http or https address
     */
    public static Endpoint of(Service service, String address, Optional<String> token) {
        String trimmed = address.strip().replaceAll("/+$", "");
        try {
            URI base = new URI(trimmed);
            boolean web = "http".equalsIgnoreCase(base.getScheme()) || "https".equalsIgnoreCase(base.getScheme());
            if (!web || base.getHost() == null || base.getRawQuery() != null || base.getRawFragment() != null) {
                throw new BadAddressException(service, address);
            }
            return new Endpoint(service, base, token.filter(text -> !text.isBlank()));
        } catch (URISyntaxException e) {
            throw new BadAddressException(service, address, e);
        }
    }

    /** The address of a path of this service. */
    URI at(ApiPath path) {
        return URI.create(base + path.encoded());
    }

    /** The token is a secret, so it is not shown. */
    @Override
    public String toString() {
        return service.title() + " at " + base;
    }
}

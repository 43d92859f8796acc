package vorsprung.access;

import io.github.bucket4j.TimeMeter;
import io.javalin.http.Context;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vorsprung.http.Routes;
import vorsprung.settings.Settings;

/**
 * How a server is protected.
 *
 * <ul>
 *   <li>{@code auth.tokens.file}: file of tokens, made with {@code vorsprung token create}; default none, and then the
 *       server listens on loopback only
 *   <li>{@code auth.exempt}: which of health and metrics answer without a token: none, health, metrics, all; default
 *       none
 *   <li>{@code limit.requests-per-second}: requests that one caller may send in the long run; default 1000
 *   <li>{@code limit.burst}: and at once, after a pause; default 5000
 * </ul>
 */
public final class Protection {
    private static final String TOKENS = "auth.tokens.file";

    private final Optional<Path> tokens;
    private final Exempt exempt;
    private final Limit limit;

    private Protection(Optional<Path> tokens, Exempt exempt, Limit limit) {
        this.tokens = tokens;
        this.exempt = exempt;
        this.limit = limit;
    }

    /** No tokens, for loopback. */
    public static Protection none() {
        return new Protection(Optional.empty(), Exempt.NONE, Limit.DEFAULT);
    }

    /**
     * Reads the settings, and refuses to open a server to others without tokens.
     *
     * @param hostSetting name of the setting that says where the server listens
     * @param host what it says
     */
    public static Protection of(Settings settings, String hostSetting, String host) {
        Optional<Path> tokens = settings.text(TOKENS).map(Path::of);
        Exempt exempt = Exempt.named(settings.oneOf("auth.exempt", "none", Exempt.words()));
        Limit limit = new Limit(
                settings.number("limit.requests-per-second", Limit.DEFAULT.perSecond(), 1, 1_000_000),
                settings.number("limit.burst", Limit.DEFAULT.burst(), 1, 1_000_000));
        if (tokens.isEmpty() && !isLoopback(host)) {
            settings.refuse(hostSetting + " is " + host + ", which others can reach, and without tokens whoever reaches"
                    + " the server may do everything; make a file of tokens with \"vorsprung token create\" and name it"
                    + " in " + TOKENS + ", or listen on 127.0.0.1");
        }
        return new Protection(tokens, exempt, limit);
    }

    /** Whether nobody but this machine reaches the address. A name that nobody knows is told when it is bound. */
    private static boolean isLoopback(String host) {
        try {
            return Arrays.stream(InetAddress.getAllByName(host)).allMatch(InetAddress::isLoopbackAddress);
        } catch (UnknownHostException e) {
            return true;
        }
    }

    /**
     * What goes before all other routes.
     *
     * @throws java.io.UncheckedIOException when the file of tokens cannot be read
     */
    public List<Routes> routes(InstantSource clock) {
        RateLimits limits = new RateLimits(limit, TimeMeter.SYSTEM_NANOTIME);
        if (tokens.isEmpty()) {
            return List.of(limits, new SessionRoutes(Optional.empty(), clock));
        }
        Tokens accepted = new Tokens(tokens.get(), clock);
        Guard guard = new Guard(accepted::find, exempt);
        return List.of(guard, limits, new SessionRoutes(Optional.of(guard), clock));
    }

    /** Who sent this request. */
    public static Caller caller(Context request) {
        return Guard.caller(request);
    }

    /** Lets only callers with {@code query} below {@code /v1}. */
    public static Routes queriesOnly() {
        return server -> server.routes.before("/v1/*", Protection::requireQuery);
    }

    private static void requireQuery(Context request) {
        if (!request.path().equals(SessionRoutes.PATH)
                && !request.method().name().equals("OPTIONS")) {
            Guard.caller(request).require(Scopes.QUERY);
        }
    }
}

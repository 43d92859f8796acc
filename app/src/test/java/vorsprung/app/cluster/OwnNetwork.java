package vorsprung.app.cluster;

import static vorsprung.app.network.Namespaces.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Assumptions;
import vorsprung.access.Scopes;
import vorsprung.access.TokenFile;
import vorsprung.access.TokenRequest;
import vorsprung.app.network.Namespaces;

/**
 * A network namespace in which an instance runs as on a machine of its own: one cable leads to a switch (a bridge) that
 * this machine is connected to, and a test may pull it. Then packets are lost in both directions and nobody is told.
 *
 * <p>The servers of the tests listen on 127.0.0.1 of this machine. The namespace has no such address, so that packets to
 * it leave by the cable; the kernel lets them pass on these two interfaces only.
 */
final class OwnNetwork implements AutoCloseable {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String SERVERS = "127.0.0.1";

    private final String name;
    private final int number;
    private final Path tokens;
    private final String token;

    private OwnNetwork(Path folder) throws IOException {
        this.number = (int) (ProcessHandle.current().pid() * 8 + COUNT.getAndIncrement()) & 0x7fff;
        this.name = "vs" + number;
        this.tokens = folder.resolve(name + "-tokens.json");
        this.token = new TokenFile(tokens)
                .create(
                        new TokenRequest("tests", new Scopes(Set.of(Scopes.ADMIN)), Optional.empty(), Optional.empty()),
                        Instant.now());
    }

    /** Makes one; the test is skipped, and says why, where none can be made. */
    static OwnNetwork createOrSkip(Path folder) throws IOException, InterruptedException {
        Optional<String> obstacle = Namespaces.obstacle();
        Assumptions.assumeTrue(obstacle.isEmpty(), () -> "an instance cannot be cut off here: " + obstacle.orElse(""));
        return create(folder);
    }

    /**
     * Makes one.
     *
     * @param folder for a file of tokens: beyond loopback, an instance answers nobody without one
     */
    static OwnNetwork create(Path folder) throws IOException, InterruptedException {
        OwnNetwork network = new OwnNetwork(folder);
        try {
            network.lay();
            return network;
        } catch (IOException e) {
            network.close();
            throw e;
        }
    }

    private void lay() throws IOException, InterruptedException {
        run("ip", "netns", "add", name);
        run("ip", "link", "add", bridge(), "type", "bridge");
        run("ip", "address", "add", gateway() + "/30", "dev", bridge());
        run("ip", "link", "add", cable(), "type", "veth", "peer", "name", inner(), "netns", name);
        run("ip", "link", "set", cable(), "master", bridge(), "up");
        run("ip", "link", "set", bridge(), "up");
        run("sh", "-c", letLoopbackPass(bridge()));
        run("ip", "-netns", name, "link", "set", "lo", "up");
        run("ip", "-netns", name, "address", "delete", SERVERS + "/8", "dev", "lo");
        run("ip", "-netns", name, "address", "add", address() + "/30", "dev", inner());
        run("ip", "-netns", name, "link", "set", inner(), "up");
        run("ip", "netns", "exec", name, "sh", "-c", letLoopbackPass(inner()));
        run("ip", "-netns", name, "route", "add", SERVERS + "/32", "via", gateway());
    }

    private static String letLoopbackPass(String device) {
        return "echo 1 > /proc/sys/net/ipv4/conf/" + device + "/route_localnet";
    }

    /** Starts an instance in it, on an address that the others reach as long as the cable is in. */
    Instance start(Map<String, String> settings, String... options) throws IOException {
        Map<String, String> here = new HashMap<>(settings);
        here.put("api.host", address());
        here.put("auth.tokens.file", tokens.toString());
        return Instance.start(within(), Optional.of(token), here, options);
    }

    /** Pulls the cable. */
    void cut() throws IOException, InterruptedException {
        run("ip", "link", "set", cable(), "down");
    }

    /** Puts it in again. */
    void heal() throws IOException, InterruptedException {
        run("ip", "link", "set", cable(), "up");
    }

    /** What an instance in it answers somebody who is cut off with it: the status, a blank, the body. */
    String ask(Instance instance, String path) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(within());
        words.addAll(List.of("curl", "--silent", "--show-error", "--max-time", "20"));
        words.addAll(List.of("--header", "Authorization: Bearer " + token));
        words.addAll(List.of("--output", "-", "--write-out", "\n%{http_code}", instance.url() + path));
        String said = run(words.toArray(String[]::new));
        int last = said.lastIndexOf('\n');
        return said.substring(last + 1) + " " + said.substring(0, last);
    }

    /** What was made is gone, also what was made of one that could not be completed. */
    @Override
    public void close() {
        try {
            for (List<String> words :
                    List.of(List.of("ip", "netns", "delete", name), List.of("ip", "link", "delete", bridge()))) {
                Process process = new ProcessBuilder(words)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
                process.waitFor();
            }
            Files.deleteIfExists(tokens);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<String> within() {
        return List.of("ip", "netns", "exec", name);
    }

    private String bridge() {
        return name + "s";
    }

    private String cable() {
        return name + "c";
    }

    private String inner() {
        return name + "i";
    }

    private String gateway() {
        return addressOf(1);
    }

    private String address() {
        return addressOf(2);
    }

    /** Of the range for tests of networks (RFC 2544), where nothing else is. */
    private String addressOf(int host) {
        int place = number * 4 + host;
        return "198." + (18 + (place >> 16)) + "." + (place >> 8 & 0xff) + "." + (place & 0xff);
    }
}

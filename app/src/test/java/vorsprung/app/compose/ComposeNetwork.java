package vorsprung.app.compose;

import static vorsprung.app.network.Namespaces.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A bridge of this machine with a network namespace for each service, which know one another by name. */
final class ComposeNetwork implements AutoCloseable {

    private final String bridge;
    private final String prefix;
    private final Map<String, String> addresses = new LinkedHashMap<>();

    /** Addresses are of the range for networks within networks (RFC 6598), by the number of this process. */
    private ComposeNetwork() {
        int process = (int) ProcessHandle.current().pid();
        this.bridge = "vc" + (process & 0x3fff);
        this.prefix = "100." + (64 + (process >> 8 & 0x3f)) + "." + (process & 0xff) + ".";
    }

    /** The network of these services. */
    static ComposeNetwork of(List<String> services) throws IOException, InterruptedException {
        ComposeNetwork network = new ComposeNetwork();
        try {
            network.lay(services);
            return network;
        } catch (IOException e) {
            network.close();
            throw e;
        }
    }

    private void lay(List<String> services) throws IOException, InterruptedException {
        run("ip", "link", "add", bridge, "type", "bridge");
        run("ip", "address", "add", prefix + "1/24", "dev", bridge);
        run("ip", "link", "set", bridge, "up");
        for (String service : services) {
            addresses.put(service, prefix + (addresses.size() + 2));
            String space = space(service);
            String cable = cable(service);
            run("ip", "netns", "add", space);
            run("ip", "link", "add", cable, "type", "veth", "peer", "name", "eth0", "netns", space);
            run("ip", "link", "set", cable, "master", bridge, "up");
            run("ip", "-netns", space, "link", "set", "lo", "up");
            run("ip", "-netns", space, "address", "add", address(service) + "/24", "dev", "eth0");
            run("ip", "-netns", space, "link", "set", "eth0", "up");
        }
    }

    String address(String service) {
        return String.valueOf(addresses.get(service));
    }

    private String cable(String service) {
        return bridge + "c" + address(service).substring(prefix.length());
    }

    /** The name of a service's namespace. */
    String space(String service) {
        return bridge + "-" + service;
    }

    /** What each service reads of the others in {@code /etc/hosts}. */
    String hosts() {
        return addresses.entrySet().stream()
                .map(each -> each.getValue() + " " + each.getKey() + "\n")
                .collect(Collectors.joining("", "127.0.0.1 localhost\n", ""));
    }

    @Override
    public void close() {
        List<List<String>> removals = new ArrayList<>();
        for (String service : addresses.keySet()) {
            // A namespace goes when the kernel gets to it, and until then keeps its cable.
            removals.add(List.of("ip", "link", "delete", cable(service)));
            removals.add(List.of("ip", "netns", "delete", space(service)));
        }
        removals.add(List.of("ip", "link", "delete", bridge));
        for (List<String> removal : removals) {
            try {
                run(removal.toArray(String[]::new));
            } catch (IOException e) {
                System.err.println("Left behind: " + e.getMessage());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}

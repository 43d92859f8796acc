package vorsprung.app.compose;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What stands for a container where there is no engine: a network namespace of the service's name, and this machine's
 * files with files of its own laid over them. Nothing that is written in it is seen outside.
 */
final class Container {

    /** Lays the files, then becomes the program. What an image's base has set of the environment is not there either. */
    private static final String ENTER = """
            mount -t overlay overlay -o "lowerdir=/,upperdir=$1/upper,workdir=$1/work" "$1/root" \
            && mount -t proc proc "$1/root/proc" && mount --rbind /dev "$1/root/dev" || exit 125
            root=$1; shift; exec chroot "$root/root" env -i "$@"
            """;

    private final String space;
    private final Path folder;

    private Container(String space, Path folder) {
        this.space = space;
        this.folder = folder;
    }

    /** The container of a service, with empty volumes. */
    static Container of(String service, ComposeNetwork network, Path parent) throws IOException {
        Path folder = parent.resolve(service);
        for (String part : List.of("upper", "work", "root")) {
            Files.createDirectories(folder.resolve(part));
        }
        Container container = new Container(network.space(service), folder);
        container.write("/etc/hosts", network.hosts());
        return container;
    }

    /** A file in it. */
    void write(String path, String text) throws IOException {
        Files.writeString(within(path), text);
    }

    /** A path in it that leads to a file or folder of this machine. */
    void link(String path, Path target) throws IOException {
        Files.createSymbolicLink(within(path), target.toAbsolutePath().normalize());
    }

    /** An empty folder in it. */
    void folder(String path) throws IOException {
        Files.createDirectories(folder.resolve("upper" + path));
    }

    /** Starts a program in it, which ends with the process that is returned; its talk goes to a log. */
    Process start(Map<String, String> environment, List<String> words) throws IOException {
        List<String> all = new ArrayList<>(List.of("ip", "netns", "exec", space));
        all.addAll(List.of("unshare", "--mount", "--pid", "--fork", "--kill-child", "sh", "-c", ENTER, "sh"));
        all.add(folder.toString());
        all.add("PATH=" + Path.of(System.getProperty("java.home"), "bin") + ":/usr/sbin:/usr/bin:/sbin:/bin");
        environment.forEach((name, value) -> all.add(name + "=" + value));
        all.addAll(words);
        return new ProcessBuilder(all)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
    }

    /** What the programs in it have said. */
    Path log() {
        return folder.resolve("log");
    }

    private Path within(String path) throws IOException {
        Path file = folder.resolve("upper" + path);
        Files.createDirectories(file.getParent());
        return file;
    }
}

package vorsprung.app.command;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import vorsprung.app.table.Screen;

/**
 * Runs the commands that people run again and again against a service that gives all of them the same answer, so that
 * their classes are loaded and can be archived. What they print goes nowhere.
 */
final class CommandRehearsal {

    private static final Map<String, String> PLAIN = Map.of();

    /** A row with a field of each kind that commands lay out, and an answer that is such a row and has one. */
    private static final String ROW = """
            "asOf":"2025-03-31T00:00:00Z","companyId":"a","company":"A","benchmarkId":"b","leader":"a","modelId":"a/m",\
            "occurredAt":"2025-03-01T00:00:00Z","openedAt":"2025-03-01T00:00:00Z","valuationUsd":1000000000,"days":3.5,\
            "openingScore":0.5,"stepUp":1.5,"marginPercent":1.5,"yearOverYearMultiple":2,"drawdown":0.1,"rounds":2,\
            "evidence":{"valuationUsd":["e"]},"evidenceCount":{"valuationUsd":1}""";

    private static final String ANSWER = "{" + ROW + ",\"items\":[{" + ROW + "},{" + ROW + "}],\"usage\":[{" + ROW + "}]}";

    private static final List<List<String>> LINES = List.of(
            List.of("valuations"),
            List.of("company", "a"),
            List.of("company", "a", "--json"),
            List.of("leads", "b"),
            List.of("benchmarks"),
            List.of("models"),
            List.of("signals"),
            List.of("changes"),
            List.of("explain", "company", "a", "valuationUsd"));

    private CommandRehearsal() {}

    static void run() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", CommandRehearsal::answer);
        server.start();
        try {
            String url = "http://127.0.0.1:" + server.getAddress().getPort();
            Screen terminal = Screen.terminal(OptionalInt.of(100), PLAIN);
            LINES.forEach(line -> Stream.of(Screen.PIPE, terminal).forEach(screen -> execute(line, url, screen)));
        } finally {
            server.stop(0);
        }
    }

    private static void execute(List<String> line, String url, Screen screen) {
        String[] words =
                Stream.concat(line.stream(), Stream.of("--url", url)).toArray(String[]::new);
        Program.commandLine(new Surroundings(PLAIN, InputStream.nullInputStream(), screen, screen), words)
                .setOut(new PrintWriter(Writer.nullWriter()))
                .setErr(new PrintWriter(Writer.nullWriter()))
                .execute(words);
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = ANSWER.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}

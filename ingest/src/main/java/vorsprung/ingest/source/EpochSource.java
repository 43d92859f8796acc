package vorsprung.ingest.source;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import vorsprung.ingest.directory.Directory;
import vorsprung.ingest.source.Statement.Kind;
import vorsprung.ingest.table.Entry;
import vorsprung.ingest.table.EpochTables;
import vorsprung.ingest.table.Table;
import vorsprung.ingest.table.TableReader;
import vorsprung.ingest.table.UnknownTableException;

/** Tables of Epoch AI: of companies (funding, revenue, usage), or of benchmarks, one a file. */
final class EpochSource implements Source {
    private static final URI FOLDER = URI.create("https://epoch.ai/data/");

    private final String name;
    private final String about;
    private final List<String> files;
    private final Supplier<Directory> directory;

    private EpochSource(String name, String about, List<String> files, Supplier<Directory> directory) {
        this.name = name;
        this.about = about;
        this.files = List.copyOf(files);
        this.directory = directory;
    }

    static EpochSource companies(Supplier<Directory> directory) {
        return new EpochSource(
                "epoch-companies",
                "funding rounds, revenue and usage of companies, by Epoch AI",
                List.of(
                        "ai_companies_funding_rounds.csv",
                        "ai_companies_revenue_reports.csv",
                        "ai_companies_usage_reports.csv"),
                directory);
    }

    static EpochSource benchmarks(Supplier<Directory> directory) {
        List<String> names = Stream.of(
                        "gpqa_diamond",
                        "frontiermath",
                        "swe_bench_verified",
                        "epoch_capabilities_index",
                        "mmlu_external",
                        "aider_polyglot_external",
                        "metr_time_horizons_external")
                .map(file -> file + ".csv")
                .toList();
        return new EpochSource("epoch-benchmarks", "benchmark results, by Epoch AI", names, directory);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String about() {
        return about;
    }

    @Override
    public List<URI> documents() {
        return files.stream().map(FOLDER::resolve).toList();
    }

    @Override
    public Snapshot read(Document document, Instant now) throws BrokenDocumentException {
        byte[] body = document.body();
        if (body.length == 0 || body[body.length - 1] != '\n') {
            throw new BrokenDocumentException(document.address() + " does not end with a line's end; it is cut short");
        }
        Snapshot.Builder snapshot = new Snapshot.Builder();
        try (TableReader rows =
                new TableReader(new ByteArrayInputStream(body), header -> table(header, document.address()))) {
            for (Optional<Entry> next = rows.next(); next.isPresent(); next = rows.next()) {
                take(document, next.get(), snapshot);
            }
        } catch (IOException e) {
            throw new BrokenDocumentException(document.address() + " cannot be read: " + e.getMessage(), e);
        }
        return snapshot.build();
    }

    private Table table(List<String> header, URI address) {
        return EpochTables.recognise(header, address.getPath(), directory.get())
                .orElseThrow(() -> new UnknownTableException("the header fits no table of Epoch AI's: " + header));
    }

    private static void take(Document document, Entry entry, Snapshot.Builder to) throws BrokenDocumentException {
        if (entry instanceof Entry.Skipped skipped) {
            to.skip(skipped.reason());
        } else if (entry instanceof Entry.Good good && good.report() instanceof ObjectNode report) {
            String id = report.path("eventId").asText("line " + good.line());
            to.add(Kind.DATED, report.path("type").asText() + ":" + id, report);
        } else if (entry instanceof Entry.Bad bad && bad.line() == 1) {
            throw new BrokenDocumentException(document.address() + ": " + bad.reason());
        } else if (entry instanceof Entry.Bad bad) {
            to.fault("line " + bad.line() + ": " + bad.reason());
        }
    }
}

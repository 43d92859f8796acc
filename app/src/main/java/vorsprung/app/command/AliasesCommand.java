package vorsprung.app.command;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vorsprung.app.demo.KnownHistory;
import vorsprung.app.table.Column;
import vorsprung.app.table.SafeText;
import vorsprung.app.table.Table;
import vorsprung.ingest.directory.Directory;
import vorsprung.ingest.file.Checkpoint;
import vorsprung.ingest.file.ImportFile;
import vorsprung.ingest.file.ImportPlan;
import vorsprung.ingest.file.ImportPlan.Format;
import vorsprung.ingest.file.Importer.Mode;
import vorsprung.ingest.file.NameCheck;
import vorsprung.ingest.file.NameCheck.Unknown;
import vorsprung.ingest.table.Entry;
import vorsprung.ingest.table.EntryReader;

/** {@code vorsprung aliases …}: which names mean the same. */
@Command(
        name = "aliases",
        description = "Works with the directory of aliases, which says which names mean the same.",
        subcommands = AliasesCommand.CheckCommand.class,
        footer = {"", "Examples:", "  vorsprung aliases check rounds.csv --aliases my-aliases.csv"})
public final class AliasesCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before run
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "aliases: what is to be done with them? check");
    }

    /** {@code aliases check FILE…}. */
    @Command(
            name = "check",
            description = {
                "Finds the names in files of events that resolve to nothing known: companies that the directory does"
                        + " not list, models and benchmarks that the bundled history does not hold. Exit code 1 when"
                        + " there are any."
            })
    static final class CheckCommand implements Callable<Integer> {
        private static final Table<Unknown> TABLE = Table.of(
                Column.text("kind", unknown -> unknown.kind().name().toLowerCase(Locale.ROOT)),
                Column.text("name", unknown -> SafeText.line(unknown.name())),
                Column.text("would become", Unknown::id),
                Column.number("times", unknown -> Long.toString(unknown.times())),
                Column.text("first in", Unknown::where),
                Column.text("near", unknown -> unknown.near().orElse("")));

        @Mixin
        private final MappingOptions mapping = new MappingOptions();

        @Mixin
        @SuppressWarnings("NullAway.Init") // picocli sets it before call
        private Talk talk;

        @Parameters(arity = "1..*", paramLabel = "FILE", description = "JSON Lines or CSV, as import takes them.")
        private List<Path> files = List.of();

        @Option(names = "--aliases", paramLabel = "FILE", description = "CSV of aliases on top of the bundled ones.")
        private Optional<Path> aliases = Optional.empty();

        @Option(
                names = "--format",
                description = "What all files are: ${COMPLETION-CANDIDATES}. Default: told by the names.")
        private Optional<Format> format = Optional.empty();

        @Override
        public Integer call() throws IOException {
            Logs.quiet();
            Directory directory = directory();
            ImportPlan plan = new ImportPlan(Mode.CHECK, format, mapping.read(), Optional.<Checkpoint>empty());
            NameCheck check = new NameCheck(directory);
            KnownHistory.reports().forEach(check::know);
            for (Path file : files) {
                look(ImportFile.at(file), plan, directory, check);
            }
            List<Unknown> unknown = check.unknown();
            if (unknown.isEmpty()) {
                talk.say("All names are known.");
                return Exit.OK;
            }
            talk.table(TABLE, unknown);
            talk.say(unknown.size() + " names are unknown. New ones need nothing; misspelt ones a line in a file of"
                    + " aliases (docs/configuration.md, aliases.file).");
            return Exit.FAILED;
        }

        private Directory directory() throws IOException {
            if (aliases.isEmpty()) {
                return Directory.bundled();
            }
            try (Reader csv = Files.newBufferedReader(aliases.get())) {
                return Directory.bundled().extendedBy(aliases.get().toString(), csv);
            }
        }

        private void look(ImportFile file, ImportPlan plan, Directory directory, NameCheck check) throws IOException {
            try (EntryReader entries = plan.open(file, directory)) {
                for (Optional<Entry> next = entries.next(); next.isPresent(); next = entries.next()) {
                    if (next.get() instanceof Entry.Good good) {
                        check.look(good.report(), file.name() + ":" + good.line());
                    } else if (next.get() instanceof Entry.Bad bad) {
                        talk.say(file.name() + ":" + bad.line() + ": " + bad.reason());
                    }
                }
            }
        }
    }
}

package vorsprung.app.command;

import java.util.List;
import java.util.Set;
import picocli.CommandLine.HelpCommand;

/**
 * The commands by their names. picocli reads each command's options by reflection, which takes longer than most
 * commands themselves, so a command line that names one gets along with that one.
 */
final class Commands {

    /** All there are, in the order in which the help lists them. */
    static final List<String> NAMES = List.of(
            "demo",
            "local",
            "valuations",
            "company",
            "leads",
            "benchmarks",
            "models",
            "prices",
            "signals",
            "changes",
            "explain",
            "events",
            "publish",
            "import",
            "watch",
            "export",
            "dead-letters",
            "aliases",
            "topics",
            "token",
            "alerts",
            "doctor",
            "ingest",
            "processor",
            "version",
            "completion",
            "rehearse",
            "help");

    /** Those that tell of all the others. */
    private static final Set<String> ABOUT_ALL = Set.of("help", "completion");

    private Commands() {}

    /** The names of the commands that this command line needs: the one it begins with, or else all. */
    static List<String> neededBy(String... words) {
        boolean isOneEnough = words.length > 0 && NAMES.contains(words[0]) && !ABOUT_ALL.contains(words[0]);
        return isOneEnough ? List.of(words[0]) : NAMES;
    }

    /** The class of a command; naming it here loads it only when it is asked for. */
    static Class<?> type(String name) {
        return switch (name) {
            case "demo" -> DemoCommand.class;
            case "local" -> LocalCommand.class;
            case "valuations" -> ValuationsCommand.class;
            case "company" -> CompanyCommand.class;
            case "leads" -> LeadsCommand.class;
            case "benchmarks" -> BenchmarksCommand.class;
            case "models" -> ModelsCommand.class;
            case "prices" -> PricesCommand.class;
            case "signals" -> SignalsCommand.class;
            case "changes" -> ChangesCommand.class;
            case "explain" -> ExplainCommand.class;
            case "events" -> EventsCommand.class;
            case "publish" -> PublishCommand.class;
            case "import" -> ImportCommand.class;
            case "watch" -> WatchCommand.class;
            case "export" -> ExportCommand.class;
            case "dead-letters" -> DeadLettersCommand.class;
            case "aliases" -> AliasesCommand.class;
            case "topics" -> TopicsCommand.class;
            case "token" -> TokenCommand.class;
            case "alerts" -> AlertsCommand.class;
            case "doctor" -> DoctorCommand.class;
            case "ingest" -> IngestCommand.class;
            case "processor" -> ProcessorCommand.class;
            case "version" -> VersionCommand.class;
            case "completion" -> CompletionCommand.class;
            case "rehearse" -> RehearseCommand.class;
            case "help" -> HelpCommand.class;
            default -> throw new IllegalArgumentException("there is no command " + name);
        };
    }
}

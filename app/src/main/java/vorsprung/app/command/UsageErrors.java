package vorsprung.app.command;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;
import vorsprung.app.table.SafeText;

/** Tells what is wrong with a command line in a line or two, with the word that was probably meant. */
final class UsageErrors implements IParameterExceptionHandler {

    @Override
    public int handleParseException(ParameterException error, String[] args) {
        CommandLine command = error.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("vorsprung: " + SafeText.lines(String.valueOf(error.getMessage())));
        UnmatchedArgumentException.printSuggestions(error, err);
        err.println("See `" + command.getCommandSpec().qualifiedName() + " --help`.");
        err.flush();
        return Exit.USAGE;
    }
}

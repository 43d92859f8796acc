package vorsprung.app.command;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vorsprung completion SHELL}: what a shell needs to complete command lines of this program. */
@Command(
        name = "completion",
        description = {
            "Prints a script that lets a shell complete commands and options.",
            "It completes what is called vorsprung, with or without a path before it."
        },
        footer = {
            "",
            "Examples:",
            "  source <(./vorsprung completion bash)",
            "  autoload -U bashcompinit && bashcompinit; source <(./vorsprung completion zsh)"
        })
public final class CompletionCommand implements Callable<Integer> {

    /** The shells that know how; zsh reads the script of bash through its bashcompinit. */
    enum Shell {
        BASH,
        ZSH
    }

    @Parameters(
            index = "0",
            paramLabel = "SHELL",
            completionCandidates = Candidates.Shells.class,
            description = "bash or zsh.")
    @SuppressWarnings("UnusedVariable") // one script serves both, but only these
    private Shell shell = Shell.BASH;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private Talk talk;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() {
        talk.out().print(AutoComplete.bash(spec.root().name(), spec.root().commandLine()));
        talk.out().flush();
        return Exit.OK;
    }
}

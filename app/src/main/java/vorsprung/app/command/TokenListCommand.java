package vorsprung.app.command;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import vorsprung.access.Token;
import vorsprung.app.table.Column;
import vorsprung.app.table.Table;

/** {@code vorsprung token list}: the tokens of a file, never their secrets. */
@Command(
        name = "list",
        description = "Lists the tokens of a file. Their secrets are kept nowhere, so none is shown.",
        footer = {"", "Examples:", "  vorsprung token list --file tokens.json"})
public final class TokenListCommand implements Callable<Integer> {

    private static final String NONE = "–";

    @Mixin
    private final TokenFileOption file = new TokenFileOption();

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private Talk talk;

    @Override
    public Integer call() throws IOException {
        List<Token> tokens = file.file().read();
        talk.table(table(Instant.now()), tokens);
        return tokens.isEmpty() ? Exit.NOTHING_FOUND : Exit.OK;
    }

    private static Table<Token> table(Instant now) {
        return Table.of(
                Column.text("id", Token::id),
                Column.text("name", Token::name),
                Column.text("scopes", token -> token.scopes().toString()),
                Column.text("source", token -> token.source().orElse(NONE)),
                Column.number("created", token -> token.createdAt().toString().substring(0, 10)),
                Column.number("expires", token -> expiry(token, now)));
    }

    private static String expiry(Token token, Instant now) {
        String end = token.expiresAt().map(Instant::toString).orElse("never");
        return token.isExpired(now) ? "expired " + end : end;
    }
}

package vorsprung.app.command;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes what commands are built from, handing the surroundings to those parts that ask for them. */
final class CommandFactory implements IFactory {

    private static final Map<Class<?>, Function<Surroundings, Object>> MAKERS =
            Map.of(Output.class, Output::new, Talk.class, Talk::new);

    private final Surroundings surroundings;
    private final IFactory others = CommandLine.defaultFactory();

    CommandFactory(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        Optional<Function<Surroundings, Object>> maker = Optional.ofNullable(MAKERS.get(type));
        return maker.isPresent() ? type.cast(maker.get().apply(surroundings)) : others.create(type);
    }
}

package vorsprung.app.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;

/**
 * The first class of the registry's process: runs another main class, but never longer than the parent lives.
 *
 * <p>The parent holds the other end of standard input and never writes to it, so its end means that the parent is gone,
 * however it went. Halting is safe: the registry's storage writes before it acknowledges.
 *
 * <p>Stands alone in a jar of its own, next to the registry's classes: it may use nothing but the JDK.
 */
public final class RegistryMain {

    private static final int PARENT_GONE = 1;

    private RegistryMain() {}

    /** Runs the main class named first, with the remaining arguments. */
    public static void main(String[] args) throws Throwable {
        ignoreInterrupt();
        haltWithParent();
        try {
            Class.forName(args[0]).getMethod("main", String[].class).invoke(null, (Object)
                    Arrays.copyOfRange(args, 1, args.length));
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    /**
     * Ctrl-C reaches every process of the terminal at once; the registry stays until the parent, which may still need
     * it while it stops, stops it. By reflection, because the compiler warns of the class by its name.
     */
    private static void ignoreInterrupt() throws ReflectiveOperationException {
        Class<?> signal = Class.forName("sun.misc.Signal");
        Class<?> handler = Class.forName("sun.misc.SignalHandler");
        Object interrupt = signal.getConstructor(String.class).newInstance("INT");
        signal.getMethod("handle", signal, handler)
                .invoke(null, interrupt, handler.getField("SIG_IGN").get(null));
    }

    private static void haltWithParent() {
        Thread watch = new Thread(RegistryMain::haltAtEndOfInput, "parent-watch");
        watch.setDaemon(true);
        watch.start();
    }

    private static void haltAtEndOfInput() {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            System.err.println("Standard input failed, taken for its end: " + e);
        }
        Runtime.getRuntime().halt(PARENT_GONE);
    }
}

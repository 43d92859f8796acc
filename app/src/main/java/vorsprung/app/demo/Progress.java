package vorsprung.app.demo;

import java.io.PrintWriter;
import java.util.Locale;

/** Tells a person how a start goes on, with the seconds since it began. */
public final class Progress {

    private static final double NANOS_PER_SECOND = 1e9;

    private final PrintWriter talk;
    private final long began;

    /** Counts from now on. */
    public Progress(PrintWriter talk) {
        this.talk = talk;
        this.began = System.nanoTime();
    }

    /** Tells what is being done, or is done. */
    public void say(String what) {
        double seconds = (System.nanoTime() - began) / NANOS_PER_SECOND;
        talk.println(String.format(Locale.ROOT, "%5.1f s  %s", seconds, what));
        talk.flush();
    }
}

package vorsprung.http;

import java.util.List;

/** Whether a role can do its work now. */
@FunctionalInterface
public interface Readiness {
    /** What is missing, each in a sentence a person understands; empty when ready. */
    List<String> reasons();
}

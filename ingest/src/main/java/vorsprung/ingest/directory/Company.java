package vorsprung.ingest.directory;

import java.util.Optional;

/**
 * A company as the directory sees a name or id.
 *
 * @param companyId slug; empty when nothing of the name can be one
 * @param name display name; absent for a company that the directory does not list
 */
public record Company(String companyId, Optional<String> name) {

    /** Whether the directory lists it. */
    public boolean isKnown() {
        return name.isPresent();
    }
}

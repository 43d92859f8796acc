package vorsprung.wire;

import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.util.ClassSecurityValidator;
import org.apache.avro.util.ClassSecurityValidator.ClassSecurityPredicate;
import org.jspecify.annotations.Nullable;
import vorsprung.topic.Topic;
import vorsprung.topic.Topics;

/**
 * Tells Avro that our generated classes may be instantiated. Avro refuses every class whose package is not named in a
 * system property, so that a forgotten {@code -D} would make a whole topic unreadable. What is trusted already stays so.
 */
final class TrustedRecords {
    // Avro has one list for the whole process; this is our part of it.
    private static final Set<String> PACKAGES = ConcurrentHashMap.newKeySet();

    static {
        Topics.all().stream()
                .map(Topic::schema)
                .filter(Objects::nonNull)
                .map(Schema::getNamespace)
                .forEach(PACKAGES::add);
        ClassSecurityPredicate others = ClassSecurityValidator.getGlobal();
        ClassSecurityValidator.setGlobal(type -> PACKAGES.contains(type.getPackageName()) || others.isTrusted(type));
    }

    private TrustedRecords() {}

    /** Trusts the records of our topics, and if one is given all in its package. */
    static void trust(@Nullable Class<?> record) {
        if (record != null) {
            PACKAGES.add(record.getPackageName());
        }
    }
}

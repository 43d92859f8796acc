package vorsprung.wire;

/** The registry answered, and has no schema with that id: the record was written against another registry. */
public final class UnknownSchemaException extends SchemaRegistryException {
    private static final int NOT_FOUND = 404;
    private static final int SCHEMA_NOT_FOUND = 40403;

    /** Of this id, at the registry of this address. */
    public UnknownSchemaException(int id, String location) {
        super("schema id " + id + " is unknown at " + location, NOT_FOUND, SCHEMA_NOT_FOUND);
    }
}

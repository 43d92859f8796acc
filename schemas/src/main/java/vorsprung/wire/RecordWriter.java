package vorsprung.wire;

import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Writes records of one class. Where a field is of one type or absent, Avro looks through the union for the type of each
 * value, by its name; here a value that is there is of the other branch.
 */
final class RecordWriter extends SpecificDatumWriter<SpecificRecord> {

    RecordWriter(Schema schema, SpecificData data) {
        super(schema, data);
    }

    @Override
    protected int resolveUnion(Schema union, @Nullable Object value) {
        List<Schema> branches = union.getTypes();
        if (branches.size() == 2 && union.isNullable()) {
            boolean nullFirst = branches.get(0).getType() == Schema.Type.NULL;
            return (value == null) == nullFirst ? 0 : 1;
        }
        return super.resolveUnion(union, value);
    }
}

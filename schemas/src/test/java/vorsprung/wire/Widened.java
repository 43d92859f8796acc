package vorsprung.wire;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.JsonProperties;
import org.apache.avro.Schema;

/** Schemas as a later version of us might write them. */
final class Widened {
    private Widened() {}

    /** The record with one more optional field, in the middle. */
    static Schema withField(Schema record) {
        List<Schema.Field> fields = new ArrayList<>();
        record.getFields().forEach(field -> fields.add(new Schema.Field(field, field.schema())));
        Schema optional = Schema.createUnion(Schema.create(Schema.Type.NULL), Schema.create(Schema.Type.STRING));
        fields.add(3, new Schema.Field("mood", optional, "How everybody felt.", JsonProperties.NULL_VALUE));
        return Schema.createRecord(record.getName(), record.getDoc(), record.getNamespace(), false, fields);
    }

    /** The schema with this symbol before all others of the enum. */
    static Schema withSymbol(Schema record, String firstKnown, String symbol) {
        String text = record.toString();
        return new Schema.Parser()
                .parse(text.replace("\"symbols\":[\"" + firstKnown, "\"symbols\":[\"" + symbol + "\",\"" + firstKnown));
    }
}

package vorsprung.http;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.NumberOutput;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.math.BigDecimal;

/** Writes a double in its shortest form and, where that is readable, without an exponent. */
final class PlainDoubles extends StdSerializer<Double> {
    private static final double SMALLEST = 1e-12;
    private static final double LARGEST = 1e18;

    PlainDoubles() {
        super(Double.class);
    }

    @Override
    public void serialize(Double value, JsonGenerator json, SerializerProvider provider) throws IOException {
        if (!Double.isFinite(value)) {
            throw new IllegalStateException(value + " has no form in JSON");
        }
        String shortest = NumberOutput.toString(value, true);
        double size = Math.abs(value);
        boolean plain = size == 0 || (size >= SMALLEST && size < LARGEST);
        json.writeNumber(plain ? new BigDecimal(shortest).toPlainString() : shortest);
    }
}

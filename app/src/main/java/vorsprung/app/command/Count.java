package vorsprung.app.command;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads how many: a whole number from 1. */
final class Count implements ITypeConverter<Integer> {

    @Override
    public Integer convert(String text) {
        if (!text.matches("\\d{1,9}") || Integer.parseInt(text) < 1) {
            throw new TypeConversionException("'" + text + "' is not a whole number from 1");
        }
        return Integer.parseInt(text);
    }
}

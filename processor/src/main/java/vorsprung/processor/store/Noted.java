package vorsprung.processor.store;

/** That something was there once, and may be there again. */
public record Noted() {}

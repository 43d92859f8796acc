package vorsprung.processor.domain.signal;

import java.time.Duration;

/**
 * From when on something is worth an alert.
 *
 * @param stepUp a valuation at least so many times the one before
 * @param runwayMonths fewer months of runway than this
 * @param compressedDays a Vorsprung that falls below so many days
 * @param priceCutPercent a blended price that falls by at least so many percent
 * @param warCuts so many such price cuts …
 * @param warCompanies … by at least so many companies …
 * @param warSpan … within this time make a price war
 */
public record Thresholds(
        double stepUp,
        double runwayMonths,
        double compressedDays,
        double priceCutPercent,
        int warCuts,
        int warCompanies,
        Duration warSpan) {

    /** Those of the design. */
    public static final Thresholds DEFAULT = new Thresholds(1.5, 12, 90, 20, 3, 2, Duration.ofDays(30));
}

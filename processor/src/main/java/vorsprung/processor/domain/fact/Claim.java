package vorsprung.processor.domain.fact;

import org.jspecify.annotations.Nullable;

/**
 * How long somebody says that a company's lead is, months, absent when unknown.
 *
 * @param place when it was so, when it was known, and its eventId
 * @param claimant who says it
 * @param minMonths the shortest lead claimed
 * @param maxMonths the longest lead claimed
 * @param formerMonths what the lead is said to have been before
 */
public record Claim(
        Place place,
        @Nullable String claimant,
        @Nullable Double minMonths,
        @Nullable Double maxMonths,
        @Nullable Double formerMonths) {}

package vorsprung.processor.domain.lead;

/**
 * One lead that another contestant matched: the earliest of its records that were matched at once, and the result that
 * matched them. The Vorsprung is the median of the last five. Design, section 3.
 *
 * @param record the earliest record of the leap
 * @param catcher the result of another contestant that matched it
 * @param lagDays days from the one to the other, one decimal
 */
public record MatchedLead(Entry record, Entry catcher, double lagDays) {

    static MatchedLead of(Entry record, Entry catcher) {
        return new MatchedLead(record, catcher, Days.between(record.occurredAt(), catcher.occurredAt()));
    }
}

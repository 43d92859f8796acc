package vorsprung.processor.domain.valuation;

import vorsprung.processor.domain.fact.CodePoints;
import vorsprung.processor.domain.fact.Round;

/**
 * Key under which the rounds of a company are kept, those of one group together.
 *
 * @param groupId {@link Round#groupId()}
 * @param eventId the round's own id
 */
public record GroupMember(String groupId, String eventId) implements Comparable<GroupMember> {

    @Override
    public int compareTo(GroupMember other) {
        int byGroup = CodePoints.compare(groupId, other.groupId);
        return byGroup != 0 ? byGroup : CodePoints.compare(eventId, other.eventId);
    }
}

package vorsprung.processor.http;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vorsprung.processor.feed.FeedRecord;

/** A changed figure as the API shows it: before and after are the figures themselves, not texts. */
record ChangeView(
        String subject,
        String subjectType,
        String figure,
        @JsonRawValue @Nullable String before,
        @JsonRawValue @Nullable String after,
        Instant changedAt,
        FeedRecord.@Nullable Cause report) {

    static ChangeView of(FeedRecord.Changed change) {
        return new ChangeView(
                change.subject(),
                change.subjectType(),
                change.figure(),
                change.before(),
                change.after(),
                change.changedAt(),
                change.cause());
    }
}

package vorsprung.processor.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import vorsprung.processor.query.Question;

/** Every answer about one thing: what was asked, and the thing's own fields beside it. */
record Answer(Instant asOf, Instant knownAt, @JsonUnwrapped Object body) {

    static Answer to(Question question, Object body) {
        return new Answer(question.asOf(), question.knownAt(), body);
    }
}

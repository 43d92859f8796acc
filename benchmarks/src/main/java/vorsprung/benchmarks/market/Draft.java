package vorsprung.benchmarks.market;

import java.time.Instant;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import vorsprung.topic.EventType;

/** An event that is being written, whatever its type. */
final class Draft {
    private final EventType type;
    private final SpecificRecord event;

    Draft(EventType type) {
        this.type = type;
        this.event = (SpecificRecord) SpecificData.newInstance(type.record(), type.schema());
    }

    private Draft(EventType type, SpecificRecord event) {
        this.type = type;
        this.event = event;
    }

    /** A copy of an event, to be changed. */
    static Draft from(EventType type, SpecificRecord event) {
        return new Draft(type, SpecificData.get().deepCopy(type.schema(), event));
    }

    Draft with(String field, Object value) {
        event.put(type.schema().getField(field).pos(), value);
        return this;
    }

    /** A company, by number. */
    Draft ofCompany(int company) {
        return with("companyId", "company-" + company).with("company", "Company " + company);
    }

    /** A model of the company, by number. */
    Draft ofModel(int model, int company) {
        return ofCompany(company)
                .with("modelId", "company-" + company + "/model-" + model)
                .with("model", "Model " + model);
    }

    Draft at(Instant occurredAt, Instant recordedAt) {
        return with("occurredAt", occurredAt).with("recordedAt", recordedAt);
    }

    SpecificRecord event() {
        return event;
    }
}

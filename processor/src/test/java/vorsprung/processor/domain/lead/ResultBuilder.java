package vorsprung.processor.domain.lead;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import vorsprung.processor.domain.fact.Place;
import vorsprung.processor.domain.fact.Result;

/** {@code aResult().of("openai").by("gpt-4").scoring(35.7).on("2023-03-14")}. */
final class ResultBuilder {
    private String companyId = "openai";
    private @Nullable String model;
    private double score;
    private boolean higherIsBetter = true;
    private @Nullable String benchmark;
    private @Nullable String eventId;
    private Instant recordedAt = Instant.parse("2025-06-01T00:00:00Z");

    private ResultBuilder() {}

    static ResultBuilder aResult() {
        return new ResultBuilder();
    }

    static Instant day(String date) {
        return LocalDate.parse(date).atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    ResultBuilder of(String company) {
        companyId = company;
        return this;
    }

    ResultBuilder by(String name) {
        model = name;
        return this;
    }

    ResultBuilder scoring(double points) {
        score = points;
        return this;
    }

    ResultBuilder lowerIsBetter() {
        higherIsBetter = false;
        return this;
    }

    ResultBuilder onBenchmark(String name) {
        benchmark = name;
        return this;
    }

    ResultBuilder withId(String id) {
        eventId = id;
        return this;
    }

    ResultBuilder recorded(String date) {
        recordedAt = day(date);
        return this;
    }

    Result on(String date) {
        return at(day(date));
    }

    Result at(Instant occurredAt) {
        String modelId = companyId + "/" + (model == null ? "m" : model);
        String id = eventId == null ? modelId + "@" + score : eventId;
        Place place = new Place(occurredAt, recordedAt, id);
        return new Result(place, benchmark, companyId, modelId, score, higherIsBetter);
    }
}

package vorsprung.processor.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vorsprung.processor.domain.valuation.Company;
import vorsprung.processor.metrics.GaugeFamily.Series;

/** What companies are worth. */
final class CompanyGauges {
    private final GaugeFamily valuation;
    private final GaugeFamily raised;
    private final GaugeFamily runway;

    CompanyGauges(MeterRegistry registry, int most) {
        this.valuation = GaugeFamily.of(registry, MetricNames.VALUATION, "Valuation, US dollars", most);
        this.raised = GaugeFamily.of(registry, MetricNames.TOTAL_RAISED, "Raised by primary rounds, US dollars", most);
        this.runway = GaugeFamily.of(
                registry, MetricNames.RUNWAY, "Months until the cash is gone at the last reported burn", most);
    }

    void show(List<Company> companies) {
        valuation.show(series(companies, Company::valuationUsd));
        raised.show(series(companies, Company::totalRaisedUsd));
        runway.show(series(companies, Company::runwayMonths));
    }

    private static List<Series> series(List<Company> companies, Function<Company, @Nullable Number> figure) {
        return companies.stream()
                .flatMap(company -> Series.of(Tags.of("company", company.companyId()), figure.apply(company)).stream())
                .toList();
    }
}

package vorsprung.processor.http;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vorsprung.http.Problem;
import vorsprung.processor.domain.valuation.Company;

/**
 * The order of a list of companies: by a figure, largest first, or by name; {@code :asc} and {@code :desc} behind it turn
 * it round. Companies without the figure come last, equal ones by companyId.
 */
final class CompanyOrder implements Comparator<Company> {
    private static final String DEFAULT = "valuationUsd";
    private static final Map<String, Function<Company, @Nullable Number>> FIGURES = figures();

    private final Comparator<Company> order;

    private CompanyOrder(Comparator<Company> order) {
        this.order = order.thenComparing(Company::companyId);
    }

    /**
     * The order that a text names; by valuation when there is none.
     *
     * @throws vorsprung.http.ProblemException with status 400 when there is no such figure
     */
    static CompanyOrder of(@Nullable String sort) {
        String text = sort == null ? DEFAULT : sort.startsWith("-") ? sort.substring(1) + ":desc" : sort;
        String name = text.replaceFirst(":(asc|desc)$", "");
        if (name.equals("company") || name.equals("companyId")) {
            Comparator<Company> byName =
                    Comparator.comparing(name.equals("company") ? Company::company : Company::companyId);
            return new CompanyOrder(text.endsWith(":desc") ? byName.reversed() : byName);
        }
        Function<Company, @Nullable Number> figure = FIGURES.get(name);
        if (figure == null) {
            throw Problem.of(
                            400,
                            "sort must be company, companyId or one of " + String.join(", ", FIGURES.keySet())
                                    + ", found \"" + sort + "\"")
                    .exception();
        }
        Comparator<BigDecimal> values = text.endsWith(":asc") ? Comparator.naturalOrder() : Comparator.reverseOrder();
        return new CompanyOrder(
                Comparator.comparing(company -> exact(figure.apply(company)), Comparator.nullsLast(values)));
    }

    @Override
    public int compare(Company left, Company right) {
        return order.compare(left, right);
    }

    private static @Nullable BigDecimal exact(@Nullable Number number) {
        return number == null ? null : new BigDecimal(number.toString());
    }

    private static Map<String, Function<Company, @Nullable Number>> figures() {
        Map<String, Function<Company, @Nullable Number>> figures = new LinkedHashMap<>();
        figures.put(DEFAULT, Company::valuationUsd);
        figures.put("totalRaisedUsd", Company::totalRaisedUsd);
        figures.put("announcedUsd", Company::announcedUsd);
        figures.put("debtRaisedUsd", Company::debtRaisedUsd);
        figures.put("rounds", Company::rounds);
        figures.put("stepUp", Company::stepUp);
        figures.put("yearOverYearMultiple", Company::yearOverYearMultiple);
        figures.put("peakValuationUsd", Company::peakValuationUsd);
        figures.put("drawdown", Company::drawdown);
        figures.put("monthlyBurnUsd", Company::monthlyBurnUsd);
        figures.put("annualizedRevenueUsd", Company::annualizedRevenueUsd);
        figures.put("cashUsd", Company::cashUsd);
        figures.put("runwayMonths", Company::runwayMonths);
        figures.put("revenueMultiple", Company::revenueMultiple);
        return figures;
    }
}

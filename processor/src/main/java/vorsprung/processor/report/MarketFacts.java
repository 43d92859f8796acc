package vorsprung.processor.report;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vorsprung.event.BenchmarkResult;
import vorsprung.event.FinancialReport;
import vorsprung.event.FundingKind;
import vorsprung.event.FundingRound;
import vorsprung.event.LeadClaim;
import vorsprung.event.ModelRelease;
import vorsprung.event.PriceChange;
import vorsprung.event.RoundStatus;
import vorsprung.event.TrainingCostBasis;
import vorsprung.event.UsageMetric;
import vorsprung.event.UsageReport;
import vorsprung.processor.domain.fact.Claim;
import vorsprung.processor.domain.fact.CompanyFact;
import vorsprung.processor.domain.fact.Finances;
import vorsprung.processor.domain.fact.ModelFact;
import vorsprung.processor.domain.fact.Place;
import vorsprung.processor.domain.fact.Price;
import vorsprung.processor.domain.fact.Release;
import vorsprung.processor.domain.fact.Result;
import vorsprung.processor.domain.fact.Round;
import vorsprung.processor.domain.fact.Usage;

/** Facts in the words of the market: what an unknown field counts as is applied here, after folding. */
public final class MarketFacts {
    private MarketFacts() {}

    /**
     * The fact about a company.
     *
     * @throws IllegalArgumentException if the fact is not about one
     */
    public static CompanyFact company(Fact fact) {
        Object event = fact.event();
        if (event instanceof FundingRound round) {
            return new CompanyFact.Funding(name(round.getCompany()), round(fact.place(), round));
        }
        if (event instanceof UsageReport usage) {
            return new CompanyFact.Use(name(usage.getCompany()), usage(fact.place(), usage));
        }
        if (event instanceof FinancialReport books) {
            return new CompanyFact.Books(name(books.getCompany()), finances(fact.place(), books));
        }
        if (event instanceof LeadClaim claim) {
            return new CompanyFact.Lead(name(claim.getCompany()), claim(fact.place(), claim));
        }
        throw new IllegalArgumentException(fact.type() + " is not about a company");
    }

    /** The benchmark result; unknown whether higher is better counts as true. */
    public static Result result(Fact fact) {
        BenchmarkResult event = (BenchmarkResult) fact.event();
        return new Result(
                fact.place(),
                event.getBenchmark(),
                event.getCompanyId(),
                event.getModelId(),
                event.getScore(),
                !Boolean.FALSE.equals(event.getHigherIsBetter()));
    }

    /**
     * The release or the price of a model.
     *
     * @throws IllegalArgumentException if the fact is neither
     */
    public static ModelFact model(Fact fact) {
        Object event = fact.event();
        if (event instanceof ModelRelease release) {
            return release(fact.place(), release);
        }
        if (event instanceof PriceChange price) {
            return new Price(
                    fact.place(),
                    price.getCompanyId(),
                    price.getModel(),
                    price.getInputMicroUsdPerMillionTokens(),
                    price.getOutputMicroUsdPerMillionTokens(),
                    price.getCachedInputMicroUsdPerMillionTokens());
        }
        throw new IllegalArgumentException(fact.type() + " is not about a model alone");
    }

    private static Release release(Place place, ModelRelease event) {
        TrainingCostBasis basis = event.getTrainingCostBasis();
        boolean known = basis != null && basis != TrainingCostBasis.UNKNOWN;
        return new Release(
                place,
                event.getCompanyId(),
                event.getModel(),
                event.getOpenWeights(),
                event.getContextWindowTokens(),
                event.getParameters(),
                event.getTrainingCostUsd(),
                known ? Release.TrainingCostBasis.valueOf(basis.name()) : null);
    }

    private static Optional<String> name(@Nullable String company) {
        return Optional.ofNullable(company);
    }

    private static Round round(Place place, FundingRound event) {
        return new Round(
                place,
                event.getRound(),
                kind(event.getKind()),
                status(event.getStatus()),
                event.getAmountUsd(),
                event.getPreMoneyValuationUsd(),
                event.getPostMoneyValuationUsd(),
                event.getTrancheOf());
    }

    private static Round.Kind kind(@Nullable FundingKind kind) {
        return kind == null || kind == FundingKind.UNKNOWN ? Round.Kind.EQUITY : Round.Kind.valueOf(kind.name());
    }

    private static Round.Status status(@Nullable RoundStatus status) {
        return status == null || status == RoundStatus.UNKNOWN
                ? Round.Status.CLOSED
                : Round.Status.valueOf(status.name());
    }

    private static Usage usage(Place place, UsageReport event) {
        UsageMetric metric = event.getMetric();
        boolean known = metric != null && metric != UsageMetric.UNKNOWN;
        String product = event.getProduct();
        return new Usage(
                place,
                product == null ? "" : product,
                known ? metric.name() : "",
                event.getValue(),
                event.getAtLeast());
    }

    private static Finances finances(Place place, FinancialReport event) {
        return new Finances(place, event.getMonthlyBurnUsd(), event.getAnnualizedRevenueUsd(), event.getCashUsd());
    }

    private static Claim claim(Place place, LeadClaim event) {
        return new Claim(
                place, event.getClaimant(), event.getMinMonths(), event.getMaxMonths(), event.getFormerMonths());
    }
}

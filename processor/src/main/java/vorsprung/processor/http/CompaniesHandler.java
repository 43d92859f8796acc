package vorsprung.processor.http;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import vorsprung.http.Problem;
import vorsprung.http.ProblemException;
import vorsprung.http.Routes;
import vorsprung.processor.domain.fact.Place;
import vorsprung.processor.domain.valuation.Company;
import vorsprung.processor.domain.valuation.ValuationHistory;
import vorsprung.processor.explain.CompanyDefinitions;
import vorsprung.processor.query.CompanyQuery;

/** {@code /v1/companies}: who is worth what. */
final class CompaniesHandler implements Routes {
    private static final Orders<Company, Company> ORDERS = new Orders<>(
            List.of(new Orders.Name<>("companyId", Company::companyId), new Orders.Name<>("company", Company::company)),
            CompanyDefinitions.ALL,
            company -> company,
            "valuationUsd");

    private final CompanyQuery companies;
    private final Written<Company> written = new Written<>(CompanyView::of);

    CompaniesHandler(CompanyQuery companies) {
        this.companies = companies;
    }

    @Override
    public void addTo(JavalinConfig server) {
        server.routes.get("/v1/companies", this::list);
        server.routes.get("/v1/companies/{companyId}", this::one);
        server.routes.get("/v1/companies/{companyId}/history", this::history);
    }

    private void list(Context request) {
        Asked asked = Asked.of(request, Parameters.OF_LIST.and("sort", "companyId"));
        Comparator<Company> order = ORDERS.of(asked.one("sort"));
        Page<Company> page = Page.of(asked, wanted(asked).sorted(order).toList(), Company::companyId);
        request.jsonStream(page.with(page.items().stream().map(written::of).toList()));
    }

    private Stream<Company> wanted(Asked asked) {
        List<String> ids = asked.each("companyId");
        return ids.isEmpty()
                ? companies.companies(asked.question()).stream()
                : ids.stream().flatMap(id -> companies.company(id, asked.question()).stream());
    }

    private void one(Context request) {
        Asked asked = Asked.of(request, Parameters.OF_ONE);
        String companyId = request.pathParam("companyId");
        Company company = companies.company(companyId, asked.question()).orElseThrow(() -> unknown(companyId, asked));
        request.jsonStream(Answer.to(asked.question(), written.of(company)));
    }

    private void history(Context request) {
        Asked asked = Asked.of(request, Parameters.OF_LIST);
        String companyId = request.pathParam("companyId");
        Place from = asked.after(PlaceToken::parse).orElse(Place.FIRST);
        ValuationHistory.Page page = companies
                .history(companyId, asked.question(), from, asked.limit())
                .orElseThrow(() -> unknown(companyId, asked));
        request.jsonStream(new Page<>(
                asked.question().asOf(),
                asked.question().knownAt(),
                page.steps().stream().map(ValuationStepView::of).toList(),
                page.next().map(PlaceToken::of).map(asked::nextCursor).orElse(null),
                null));
    }

    static ProblemException unknown(String companyId, Asked asked) {
        return Problem.of(
                        404,
                        "No fact about company \"" + companyId + "\" is in force" + asked.then()
                                + "; GET /v1/companies lists those that have one")
                .exception();
    }
}

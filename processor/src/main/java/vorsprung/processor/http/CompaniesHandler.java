package vorsprung.processor.http;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.List;
import vorsprung.http.Problem;
import vorsprung.http.ProblemException;
import vorsprung.http.Routes;
import vorsprung.processor.domain.fact.Place;
import vorsprung.processor.domain.valuation.Company;
import vorsprung.processor.domain.valuation.ValuationHistory;
import vorsprung.processor.query.CompanyQuery;

/** {@code /v1/companies}: who is worth what. */
final class CompaniesHandler implements Routes {
    private final CompanyQuery companies;

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
        Asked asked = Asked.of(request, "sort");
        CompanyOrder order = CompanyOrder.of(request.queryParam("sort"));
        List<CompanyView> sorted = companies.companies(asked.question()).stream()
                .sorted(order)
                .map(CompanyView::of)
                .toList();
        request.json(Page.of(asked, sorted, CompanyView::companyId));
    }

    private void one(Context request) {
        Asked asked = Asked.of(request);
        String companyId = request.pathParam("companyId");
        Company company = companies.company(companyId, asked.question()).orElseThrow(() -> unknown(companyId));
        request.json(Answer.to(asked.question(), CompanyView.of(company)));
    }

    private void history(Context request) {
        Asked asked = Asked.of(request);
        String companyId = request.pathParam("companyId");
        Place from = asked.after(PlaceToken::parse).orElse(Place.FIRST);
        ValuationHistory.Page page = companies
                .history(companyId, asked.question(), from, asked.limit())
                .orElseThrow(() -> unknown(companyId));
        request.json(new Page(
                asked.question().asOf(),
                asked.question().knownAt(),
                page.steps().stream().map(ValuationStepView::of).toList(),
                page.next().map(PlaceToken::of).map(asked::nextCursor).orElse(null),
                null));
    }

    private static ProblemException unknown(String companyId) {
        return Problem.of(
                        404,
                        "No fact about company \"" + companyId
                                + "\" is in force then; GET /v1/companies lists those that have one")
                .exception();
    }
}

// What figures are called and what they mean, in a few words. The server's own sentence is shown beside a figure's reasons.

export const FIGURES = {
  valuationUsd: ['Valuation', 'Valuation of the last round that has one'],
  stepUp: ['Step-up', 'Valuation divided by the one before it'],
  totalRaisedUsd: ['Raised', 'Paid in so far by equity, convertibles and grants'],
  announcedUsd: ['Promised', 'Announced, not yet paid'],
  debtRaisedUsd: ['Debt', 'Lent so far'],
  runwayMonths: ['Runway', 'Months that the cash, or else the largest round of the last twelve months, lasts at the monthly burn'],
  monthlyBurnUsd: ['Burn a month', 'Cash burned a month, as last reported'],
  annualizedRevenueUsd: ['Revenue a year', 'Revenue at the rate last reported'],
  revenueMultiple: ['÷ revenue', 'Valuation divided by annualized revenue'],
  yearOverYearMultiple: ['In a year', 'Valuation divided by the valuation one year before'],
  talks: ['Talks', 'The last rumoured round after the valuation; counts in nothing else'],
  rounds: ['Rounds', 'Number of rounds, tranches aside'],
  drawdown: ['Below peak', 'How far the valuation lies below its highest'],
  usage: ['Usage', 'Newest value for each product'],
  leader: ['Leader', 'Who has the best score, and had it first'],
  leadDays: ['Leads for', 'Days since the leader took the lead'],
  leaderModelId: ['Leading model', "The leader's model with the best score"],
  openWeights: ['Open weights', 'Whether the weights can be downloaded'],
  trainingCostUsd: ['Training cost', 'Cost of the training, by the basis that was reported'],
  cashUsd: ['Cash', 'Cash at hand, as last reported'],
  amountUsd: ['Amount', 'Amount of the round'],
  postMoneyValuationUsd: ['Valuation', 'Valuation with the money'],
  preMoneyValuationUsd: ['Valuation before the money', 'Valuation without the money'],
  score: ['Score', 'In the unit of the benchmark'],
  inputUsdPerMillionTokens: ['Input', 'Price of a million input tokens'],
  outputUsdPerMillionTokens: ['Output', 'Price of a million output tokens'],
  frontier: ['Best score', 'Best score of all'],
  margin: ['Margin', "The leader's best minus the best of all others"],
  marginPercent: ['Margin', 'Margin as per cent of the best of all others'],
  vorsprungDays: ['Vorsprung', 'How long a lead lasts nowadays: median days until a rival caught up, over the last five times'],
  claims: ['Claims', 'How many there are of leads, beside the measured ones'],
  minMonths: ['Months at least', 'Shortest lead that is claimed'],
  maxMonths: ['Months at most', 'Longest lead that is claimed'],
  formerMonths: ['Months before', 'Lead that there was before, as claimed'],
  contenders: ['Contenders', 'Companies within 2 % of the best score'],
  blendedUsdPerMillionTokens: ['Price', 'Three parts input, one part output, per million tokens'],
  changePercent: ['Since first', 'Change of the blended price since the first one'],
  priceCuts: ['Cuts', 'Number of times the blended price fell'],
};

export function label(figure) {
  return FIGURES[figure]?.[0] ?? figure;
}

export function meaning(figure) {
  return FIGURES[figure]?.[1] ?? '';
}

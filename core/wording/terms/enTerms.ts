/** The sentences of an agreement in English, as a contract says them; `TermsTexts` is their shape. */
export const enTerms = {
  headings: {
    agreement: 'Agreement “{name}” ({id})',
    parties: 'Parties',
    duration: 'Duration',
    calendar: 'Currency and calendar',
    term: 'Term “{id}”',
    lines: 'What counts',
    measures: 'What is measured',
    windows: 'Windows',
    tiers: 'Tiers and formula',
    conditions: 'Conditions and limits',
    others: 'Other partners and other terms',
    returns: 'Returns',
    conversion: 'Other units and currencies',
    supplement: 'Supplement “{id}”, from {firstDay}',
    rounding: 'Rounding and apportionment',
    sharedCaps: 'Caps on several terms',
    settlement: 'Settlement',
  },
  /** Of a term that goes by cost, margin and the like, to a partner. */
  withheld:
    'How this term is worked out goes by figures that are not shown here. What it comes to is shown as it is earned.',
  /** What a thing is called inside a sentence. */
  names: {
    unit: '{name} (code {code})',
    partner: 'the partner',
    partnerAttribute: 'the partner’s “{name}”',
    product: 'the product',
    productAttribute: 'the product’s “{name}”',
    lineAttribute: 'the line’s “{name}”',
    wording: 'In the words of the contract: {words}',
  },
  parties: {
    programme: 'Kind of programme: {programme}.',
    directions: {
      customerRebate: 'This is a customer rebate: {company} owes the amounts.',
      supplierRebate: 'This is a supplier rebate: the amounts are owed to {company}.',
      neither:
        'This is neither a customer rebate nor a supplier rebate, but for example a commission or a royalty; the company is {company}.',
    },
    companyLines: 'Only lines of this company count.',
    companiesLines:
      'Lines of our companies {companies} count together; each of them takes what its own lines earn, and {rest} takes what no line earns.',
    everybody: 'Every partner takes part; no condition says who.',
    participants: 'A partner takes part if every one of these conditions is met:',
    participant: 'Amounts are settled with the participant that the lines are with.',
    beneficiary: 'All amounts are settled with the partner {partner}, whoever the lines are with.',
  },
  programmes: {
    volume: 'volume rebate',
    growth: 'growth rebate',
    upsell: 'upsell rebate',
    logistics: 'logistics rebate',
    crossSell: 'cross-sell rebate',
    productMix: 'product mix rebate',
    newProduct: 'new product rebate',
    loyalty: 'loyalty rebate',
    specialPrice: 'special price support',
    shipAndDebit: 'ship and debit',
    chargeback: 'chargeback',
    priceProtection: 'price protection',
    marketingFund: 'marketing fund',
    listingFee: 'listing fee',
    freightAllowance: 'freight allowance',
    earlyPayment: 'early payment rebate',
    buyingGroup: 'buying group rebate',
    commission: 'commission',
    royalty: 'royalty',
    other: 'other',
  },
  duration: {
    validity: 'The agreement is valid from {firstDay} to {lastDay}; both days belong to it.',
    notTerminated: 'No earlier end is agreed.',
    terminated: 'The agreement ends early; its last day is {lastDay}.',
    openWindows: {
      settleToDate:
        'A window that is still open on that day is settled to that day; what is agreed for cut windows holds for its thresholds.',
      forfeit: 'A payout window that goes beyond that day earns nothing.',
      prorateThresholds:
        'A window that is still open on that day is settled to that day; its thresholds are reduced in proportion to its days.',
    },
  },
  calendar: {
    currency: 'Amounts, and thresholds that are money, are in {currency}.',
    gregorian:
      'Months, quarters, half-years and years are those of the civil calendar; weeks begin on Monday.',
    fromStart:
      'Weeks, months, quarters, half-years and years are counted from the first day of the agreement, {firstDay}.',
    fiscal:
      'The year begins on {day}; quarters and half-years are counted from there. Months are those of the civil calendar; weeks begin on Monday.',
    weeks:
      'Years consist of whole weeks. The thirteen weeks of a quarter are dealt out to its months as {pattern}; a 53rd week lengthens the last month of its year.',
    weekYear: 'The year from {firstDay} has {weeks} weeks.',
  },
  conditions: {
    in: '{attribute} is one of: {values}',
    notIn: '{attribute} is missing or none of: {values}',
    under: '{attribute} is one of these or stands below one of them: {values}',
    inOne: '{attribute} is {values}',
    notInOne: '{attribute} is missing or not {values}',
    underOne: '{attribute} is {values} or stands below it',
    and: '{first}; and {second}',
  },
  lines: {
    transactions: {
      sale: 'Sales count, each in the window that its {date} lies in; a sale without that date does not count.',
      purchase:
        'Purchases count, each in the window that its {date} lies in; a purchase without that date does not count.',
      sellThrough:
        'What the partners report to have sold on counts, each sale in the window that its {date} lies in; one without that date does not count.',
    },
    includeAll: 'No line has to meet any further condition.',
    include: 'A line counts only if every one of these conditions is met:',
    excludeNone: 'No line is excluded by a condition.',
    exclude: 'A line does not count if any one of these conditions is met, whatever else it meets:',
    attributesAsOf: {
      transaction: 'Master data is taken as of the day that places the line.',
      windowEnd: 'Master data is taken as of the end of the payout window.',
      current: 'Master data is taken as it stands when the amount is calculated, for earlier lines too.',
    },
    paymentAny: 'A line counts whether it has been paid or not.',
    paymentPaid: 'A line counts only once it has been paid in full.',
    paymentWithin:
      'A line counts only once it has been paid in full, at most {days} {days|day|days} after its {date}.',
    submissionAny: 'A line counts whenever it is submitted.',
    submissionGrace:
      'A line counts only if it is submitted at most {days} {days|day|days} after the end of the payout window that it lies in.',
  },
  measures: {
    qualifier: 'The tier is found by the qualifier: {measure}.',
    payout: 'The rates apply to the payout measure: {measure}.',
    payoutPart: 'Payout measure “{id}”, with rates of its own: {measure}.',
    share: 'the share, in percent, of ({part}) in ({whole})',
    quantity: '{basis}, in {unit}',
    values: {
      list: 'list value (list price × quantity invoiced)',
      invoice: 'invoice value (list value less the discounts on the invoice line)',
      net: 'net value of the invoice line',
      gross: 'gross value of the invoice line',
      margin: 'margin (net value less unit cost × quantity invoiced)',
      orderedAtPrice: 'quantity ordered at the unit price of its line',
      receivedAtPrice: 'quantity received at the unit price of its line',
      stockedAtPrice: 'quantity taken into stock at the unit price of its line',
    },
    atPrice: '{quantity}, × {price}',
    priceDifference: {
      zero: '{quantity}, × (higher price − lower price); the higher is {higher}; the lower is {lower}; a difference below zero counts as zero',
      negative:
        '{quantity}, × (higher price − lower price); the higher is {higher}; the lower is {lower}; a difference below zero counts as it is',
    },
    prices: {
      list: 'the list price of the line',
      unit: 'the unit price of the line',
      contract: 'the contract price of the line',
      net: 'the net price of the line (net value ÷ quantity invoiced)',
      cost: 'the unit cost of the line',
      product: 'the price “{name}” of the product in master data',
      agreed: 'the agreed price of the product ({prices})',
    },
    productPrice: '{product}: {price}',
    pricePerUnit: '{amount} per unit',
    times: '{times} × {price}',
    counts: {
      line: 'number of lines with a net value above zero',
      document: 'number of documents with a net value above zero',
      delivery: 'number of deliveries with a net value above zero',
      order: 'number of orders with a net value above zero',
      day: 'number of days with a net value above zero',
      product: 'number of different products with a net value above zero',
    },
    pallets: 'number of full {unit}, by {quantity} {level}; {mixing}; {returns}',
    palletUnits: 'number of {units} on full {unit}, by {quantity} {level}; {mixing}; {returns}',
    levels: {
      line: 'of each line',
      delivery: 'of each delivery',
      order: 'of each order',
      day: 'of each day',
    },
    mixed: 'products may share one',
    unmixed: 'each product is counted by itself',
    palletReturns: {
      reduce: 'returns come off before full ones are counted',
      doNotBreak: 'returns do not break full ones',
    },
    bundles: 'number of complete sets, by {basis}; a set takes {components}',
    component: '{quantity} where {conditions}',
    anyComponent: '{quantity} of any product',
    where: '{measure}, only where {conditions}',
  },
  frequencies: {
    day: 'day',
    week: 'week',
    month: 'month',
    quarter: 'quarter',
    halfYear: 'half-year',
    year: 'year',
    term: 'term of the agreement',
  },
  each: {
    day: 'each day',
    week: 'each week',
    month: 'each month',
    quarter: 'each quarter',
    halfYear: 'each half-year',
    year: 'each year',
    term: 'the whole term of the agreement',
  },
  windows: {
    payout: 'An amount is earned for {each}.',
    payoutWindow: 'The tier is found by the lines of that payout window.',
    within: 'The tier is found by all lines of the {frequency} that the payout window lies in.',
    toDate:
      'The tier is found by all lines from the start of the {frequency} to the end of the payout window.',
    rollingMonths:
      'The tier is found by the lines of the {months} {months|month that ends|months that end} with the payout window.',
    pays: {
      own: 'A window pays on its own lines.',
      cumulative:
        'A window pays on all lines that its tier is found by, less what earlier windows earned on them.',
    },
    cut: {
      fullThreshold:
        'Where the start or the end of the agreement or a supplement cuts a window short, its thresholds stay whole.',
      byDays:
        'Where the start or the end of the agreement or a supplement cuts a window short, its thresholds are reduced in proportion to its days.',
      byMonths:
        'Where the start or the end of the agreement or a supplement cuts a window short, its thresholds are reduced in proportion to its months.',
    },
    sameTargets: 'All windows of a year have the thresholds of the table.',
    ownTargets: 'In the windows of a year, one after the other, thresholds are {percents} of the table.',
  },
  formulas: {
    wholeVolume:
      'Whole volume: the rate of the tier reached applies to the whole payout measure, from the first unit on.',
    marginal:
      'Marginal: each part of the volume is paid at the rate of the tier that it lies in; a higher tier changes nothing below it.',
    rolling:
      'Rolling: the highest tier reached pays its rate on the whole volume; each lower tier also pays its own rate, on the volume at which the next tier begins.',
    total: 'Total: the rates of all tiers reached are added up; the sum applies to the whole volume.',
    growthWhole:
      'Growth, on the whole: growth over the baseline finds the tier; its rate applies to the whole payout measure.',
    growthIncrement:
      'Growth, on the increase: growth over the baseline finds the tier; its rate applies only to what the payout measure has grown by.',
    growthMarginal:
      'Growth, marginal: the part of the growth that lies in a tier is paid at the rate of that tier, on the baseline of the payout measure.',
    lumpSum: 'Lump sum: the tier reached pays its fixed amount, once for each window.',
    mixShare: 'Mix: a share finds the tier; its rates apply to the whole of each payout measure.',
    weightedMarginal:
      'Weighted marginal: the rates per unit are averaged, each weighted with the share of the qualifier that lies in its tier; the average applies to the whole payout measure.',
    defaultTier:
      'Default tier: until a window has ended, the default tier stands, or the tier reached if that is higher; then only the tier reached. Its rate applies to the whole payout measure.',
    aboveThreshold: 'Above the threshold only: the rate applies to what lies above the threshold.',
    cappedMeasure:
      'Capped measure: the rate of the tier reached applies to the payout measure, up to the cap of that tier.',
    aboveBase:
      'Above the base: what the payout measure has more than the baseline is the extra; the extra finds the tier, and the rate applies to the extra alone.',
    freeGoods:
      'Free goods: for each full quantity that the tier reached names, free goods are given; they count at their agreed value.',
    fixed:
      'Fixed amount: once a window has begun, its amount is earned by every participant, with or without lines.',
  },
  tiers: {
    boundary: {
      atLeast: 'A tier is reached when its threshold is met or exceeded.',
      moreThan: 'A tier is reached only when its threshold is exceeded; meeting it is not enough.',
    },
    reachingUnit: {
      oldRate: 'The unit that reaches a threshold is still paid at the old rate.',
      newRate: 'The unit that reaches a threshold is already paid at the new rate.',
      notWhole:
        'Units are divided: what lies below a threshold is paid at the old rate, what lies above it at the new one.',
    },
    stepValuation: {
      average: 'The payout measure is divided between the tiers as the qualifier is, so at its average.',
      sequence: 'Lines fill the tiers one after the other, in the order of day, document and line.',
    },
    defaultTier: 'The default tier is tier {tier}.',
    nothingBelow: 'Below the first tier nothing is earned.',
    row: {
      atLeast: 'Tier {tier}, from {from}: {rates}.',
      moreThan: 'Tier {tier}, above {from}: {rates}.',
    },
    rowUntil: {
      atLeast: 'Tier {tier}, from {from} to below {until}: {rates}.',
      moreThan: 'Tier {tier}, above {from} up to {until}: {rates}.',
    },
    rates: {
      percent: 'a rate of {rate}',
      perUnit: '{rate} for each {unit}',
      perMoney: '{rate} for each unit of {currency}',
      amount: 'a fixed {rate}',
      free: '{give} free for each full {per}, each {unit} valued at {rate}',
    },
    onPayout: '{rate} on “{payout}”',
    capped: '{rates}, on at most {cap}',
  },
  baseline: {
    sameWindowPreviousYear: 'The baseline is what the same window of the year before had.',
    averageOfMonths:
      'The baseline is the monthly average of the {months} {months|month|months} before the window, times the months of the window.',
    fixed: 'The baseline is {value} for each partner and window.',
    entered: 'The baselines for each window are {entries}; no other partner has one.',
    entry: '{partner}: {value}',
    growthAs: {
      percent: 'Growth is measured in percent of the baseline: 110% means a tenth more.',
      difference: 'Growth is measured as the difference to the baseline.',
    },
    paysNothing: 'Where the baseline is zero, negative or missing, nothing is earned.',
    treatAsTier: 'Where the baseline is zero, negative or missing, tier {tier} counts as reached.',
    useDefault: 'Where the baseline is zero, negative or missing, {value} takes its place.',
    likeForLike: {
      no: 'All products count, whether the baseline has them or not.',
      products: 'Only products that the baseline has, too, count.',
    },
  },
  gates: {
    windowAll: 'A window earns nothing unless every one of these tests is met:',
    windowSome: 'A window earns nothing unless at least {need} of these tests {need|is|are} met:',
    documentAll: 'Only documents that meet every one of these tests are paid on:',
    documentSome: 'Only documents that meet at least {need} of these tests are paid on:',
    atLeast: '{measure}: at least {value}.',
    moreThan: '{measure}: more than {value}.',
  },
  limits: {
    qualifier: {
      line: 'Of each line at most {max} counts in the qualifier.',
      partner: 'For each partner and window the qualifier is at most {max}.',
    },
    payout: {
      line: 'Of each line at most {max} is paid on.',
      partner: 'For each partner and window the payout measure is at most {max}.',
      group: 'For each group and window the payout measure is at most {max}.',
      programme: 'For all partners together the payout measure of a window is at most {max}.',
    },
    amount: {
      partner: 'For each partner and window at most {max} is earned.',
      group: 'For each group and window at most {max} is earned.',
      programme: 'For all partners together at most {max} is earned for a window.',
    },
    orders: {
      transactionDate: 'It is used up in the order of day, document and line.',
      arrival: 'It is used up in the order in which lines became known.',
      proRata: 'It is shared in proportion.',
    },
  },
  amounts: {
    floorTierReached: 'Once a tier is reached, at least {amount} is earned for each partner and window.',
    floorAlways:
      'At least {amount} is earned for each partner and window, even where no tier is reached or a test is not met.',
    minimum: 'An amount below {amount} is not earned at all.',
    guarantee: 'For each window {amount} is guaranteed; where less is earned, it is topped up.',
    cumulative: 'A surplus of earlier windows counts towards the guarantee of later ones.',
    eachAlone: 'Each window is guaranteed by itself; a surplus of earlier windows does not count.',
    paid: {
      atBeginning: 'The guaranteed amount counts from the first day of the window on.',
      atEnd: 'A top-up counts only from the last day of the window on.',
    },
    unearned: {
      kept: 'A top-up is kept, whatever is earned later.',
      recoveredLater: 'A top-up is taken out of what later windows earn above the guaranteed amount.',
      repaidAtEnd: 'Every top-up is taken back once the last window is over.',
    },
  },
  group: {
    by: 'Partners form a group if they agree in: {attribute}. A partner without a group stands alone.',
    target: {
      group:
        'All members of the group together find the tier and meet the conditions of the payment, whatever a member would earn alone.',
      higher:
        'All members of the group together find the tier and meet the conditions of the payment; a member that earns more alone gets that.',
    },
    joinersQualifier: {
      fromJoining: 'The lines of a member that joins help to find the tier from the day of joining on.',
      wholeWindow: 'The lines of a member that joins help to find the tier from the start of the window on.',
    },
    joinersPayout: {
      fromJoining: 'The lines of a member that joins are paid on from the day of joining on.',
      wholeWindow: 'The lines of a member that joins are paid on from the start of the window on.',
    },
    leavers: {
      finalTier: 'A member that leaves is paid at the tier that the group has in the end.',
      tierAtLeaving: 'A member that leaves is paid at the tier that the group has on the day of leaving.',
      lapses: 'A member that leaves gets nothing; its share lapses.',
      isSpread: 'A member that leaves gets nothing; its share goes to the other members.',
    },
    spreadBy: {
      payoutMeasure: 'The amount of the group is spread over its members by their payout measures.',
      qualifierMeasure: 'The amount of the group is spread over its members by their qualifiers.',
    },
    kept: 'Of each amount the group keeps {percent}.',
  },
  exclusive: {
    set: 'Lines that count under several terms of the set “{set}” are paid under one of them, chosen for each partner and window; a term that earns something goes before one that earns nothing.',
    choice: {
      bestForPayee: 'The term that would earn most alone is chosen.',
      bestForPayer: 'The term that would earn least alone is chosen.',
      rank: 'The term with the smallest rank is chosen.',
    },
    rank: 'This term has rank {rank}; between equal amounts the smaller rank wins.',
    loserQualifier: {
      keeps: 'Where this term is not chosen, these lines stay in its qualifier.',
      loses: 'Where this term is not chosen, these lines leave its qualifier, too.',
    },
  },
  netting: {
    payout: 'Before anything else, what {terms} earned on the same lines comes off the payout measure.',
    payoutAndQualifier:
      'Before anything else, what {terms} earned on the same lines comes off the payout measure and the qualifier.',
  },
  /** What a term does not have, said in one sentence. */
  absent: {
    sentence: 'This term has no {things}.',
    gates: 'precondition',
    limits: 'limit',
    floor: 'floor',
    minimum: 'minimum amount',
    guarantee: 'guarantee',
    group: 'group target',
    exclusive: 'exclusive choice',
    netting: 'netting',
    supplements: 'supplement',
  },
  returns: {
    linked: {
      originalWindow: 'A return that names its original line counts in the window of that line, on its day.',
      returnWindow: 'A return that names its original line counts in the window that its own date lies in.',
      currentAtOriginalRate:
        'A return that names its original line counts there while that window is open; afterwards in the window in which it becomes known, at the rate that the original line was paid.',
      currentAtCurrentRate:
        'A return that names its original line counts there while that window is open; afterwards in the window in which it becomes known, at the rate of that window.',
    },
    unlinked: {
      returnWindow: 'A return that names no original line counts in the window that its own date lies in.',
      oldestSale:
        'A return that names no original line takes back the oldest line of the same partner and product that has enough left.',
      newestSale:
        'A return that names no original line takes back the newest line of the same partner and product that has enough left.',
      blocked: 'A return that names no original line is blocked until it names one.',
    },
    negativeWindow: {
      zero: 'A window whose measure is below zero earns nothing.',
      lowestTier: 'In a window whose measure is below zero the rate of the first tier applies.',
      mirror:
        'A window whose measure is below zero earns as much below zero as the same measure above zero would earn.',
    },
  },
  conversion: {
    unitsNone: 'Quantities in another unit are not converted; such a line is blocked.',
    unitsByDate:
      'Quantities in another unit are converted by the factors of the product as of the line’s {date}; a line without a factor is blocked.',
    unitsCurrent:
      'Quantities in another unit are converted by the factors of the product as they stand when the amount is calculated; a line without a factor is blocked.',
    currencyNone: 'Values in another currency are not converted; such a line is blocked.',
    currencyByDate: 'Values in another currency are converted at the “{rateType}” rate of the line’s {date}.',
    currencyWindowEnd:
      'Values in another currency are converted at the “{rateType}” rate of the last day of the payout window.',
    currencyStart:
      'Values in another currency are converted at the “{rateType}” rate of the first day of the agreement.',
    direct: 'The rate from the line’s currency to that of the agreement is taken.',
    inverse: 'The rate from the currency of the agreement to that of the line is taken, inverted.',
    through: 'The rate is taken through {currency}, unrounded.',
    fallbackBlocked: 'Without a rate for that very day the line is blocked.',
    fallbackPrevious:
      'Without a rate for that very day the latest one of the {days} {days|day|days} before is taken; without one the line is blocked.',
  },
  supplements: {
    linesFrom:
      'From {firstDay} on these tiers hold for the lines of that day and later; the window is cut there.',
    wholeWindow: 'From {firstDay} on these tiers hold, for the whole window that this day lies in.',
    carry: 'Volume from before that day counts towards these tiers.',
    noCarry: 'Volume from before that day does not count towards these tiers.',
  },
  rounding: {
    grain: {
      line: 'The share of each line is rounded to the smallest unit of {currency}: {mode}.',
      partnerWindow:
        'The sum of each partner and window is rounded, once, to the smallest unit of {currency}: {mode}.',
      programmeWindow:
        'The sum of all partners of a window is rounded, once, to the smallest unit of {currency}: {mode}.',
    },
    unitRateNone: 'Nothing is rounded before that.',
    unitRate:
      'Before that the amount per unit of the payout measure is rounded to {places} {places|place|places}: {mode}.',
    apportionment: {
      payoutMeasure: 'The amount is spread over its lines by what each adds to the payout measure.',
      qualifierMeasure: 'The amount is spread over its lines by what each adds to the qualifier.',
      ownRate: 'The amount is spread over its lines by what each earns at its own rate.',
      sequence:
        'The amount is spread over its lines by what each earns in the order of day, document and line.',
    },
    residual: 'Leftover smallest units go to the largest fractions.',
  },
  sharedCaps: {
    none: 'No cap holds for several terms together.',
    partner: 'Cap “{id}”: for each partner and payout window the terms {terms} together earn at most {max}.',
    programme:
      'Cap “{id}”: for all partners of a payout window the terms {terms} together earn at most {max}.',
    spread: {
      proRata: 'What is cut is taken from them in proportion.',
      termOrder: 'They fill the cap in this order.',
    },
  },
  settlement: {
    windowEnd: 'Amounts are settled for {each}, as they stand on its last day.',
    daysAfter: 'Amounts are settled for {each}, as they stand {days} {days|day|days} after its last day.',
    interim: 'Until the final settlement {percent} of what is earned is settled.',
    final: 'The final settlement is due {days} {days|day|days} after the end.',
    claims: {
      automatic: 'Nobody has to claim the amounts.',
      partnerClaims: 'The partner has to claim the amounts.',
      weClaim: 'We have to claim the amounts.',
    },
    noDeadline: 'There is no deadline for claims.',
    deadline: 'Claims are due within {days} {days|day|days}.',
    afterDeadline: {
      lapses: 'A claim that is late lapses.',
      staysOpen: 'A claim that is late stays open.',
    },
    silence: {
      accepts: 'Silence on a claim accepts it.',
      rejects: 'Silence on a claim rejects it.',
    },
    methods: {
      creditNote: 'The amounts are settled by credit note.',
      debitNote: 'The amounts are settled by debit note.',
      payment: 'The amounts are settled by payment.',
      goods: 'The amounts are settled in goods.',
      deduction: 'The amounts are settled by deduction.',
    },
    paymentDays: 'Payment is due within {days} {days|day|days} of the document.',
    currency: 'Amounts are settled in {currency}.',
    taxPerLine: 'Tax follows the rate of each line.',
    taxNone: 'No tax is added.',
    taxPercent: 'Tax is {percent}.',
    treatments: {
      priceReduction: 'For the tax the amounts reduce the price of goods.',
      partnerService: 'For the tax the amounts pay for a service of the partner.',
      outsideScope: 'The amounts are outside the scope of the tax.',
      nonAdjacentPayer:
        'The amounts go to somebody who did not buy from us; for the tax no document of ours changes.',
    },
    amountsStated: {
      net: 'Amounts are stated without tax.',
      taxInclusive: 'Amounts are stated with tax.',
    },
    withholdingNone: 'No tax is withheld.',
    withholding: '{percent} of the amount without tax is withheld and paid to the tax office.',
    nettingNone: 'Amounts are not offset against anything.',
    netting: 'Amounts may be offset against {others}.',
    minimumNone: 'There is no minimum for a settlement.',
    minimumCarry: 'Less than {amount} is not settled but carried forward.',
    minimumLapse: 'Less than {amount} is not settled and lapses.',
    accrual: {
      reachedTier: 'Accruals follow the tier reached.',
      expectedTier: 'Accruals follow the tier expected.',
    },
    accrualForecast: {
      expectedTier: 'Accruals follow the volumes expected; of others the tier expected by days.',
      reachedTier: 'Accruals follow the volumes expected; of others the tier reached.',
    },
    forecast: 'Of {partner}, {volume} is expected in each window of term “{term}”.',
    accrualPercent: 'Accruals are {percent} of the payout measure.',
    accrualScenarios: {
      expectedValue: 'Accruals follow the mean of these scenarios by their probabilities.',
      mostLikely: 'Accruals follow the most likely of these scenarios.',
    },
    scenario: 'With a probability of {probability} the volume is {percent} of the forecast.',
    constraintNone: 'No further certainty is asked for.',
    constraint: 'They are such that with a certainty of {percent} nothing is taken back to our disadvantage.',
    recognition: {
      onAcceptance: 'It is income once the supplier has accepted the agreement.',
      onTerms: 'It is income by the terms alone, whether the supplier has accepted them or not.',
    },
    clawBack: {
      full: 'What was settled too much is claimed back in full, at any time.',
      untilFinal: 'What was settled too much is claimed back until the final settlement.',
      waived: 'What was settled too much is not claimed back.',
    },
    clawBackBy: {
      offset: 'Claims back are offset against later amounts.',
      invoice: 'Claims back are invoiced.',
    },
    afterFinal: {
      reopens: 'What becomes known after the final settlement opens it again.',
      nextWindow: 'What becomes known after the final settlement goes into the next window.',
    },
    ignoredAfter:
      'What becomes known later than {days} {days|day|days} after the final settlement is ignored.',
  },
} as const;

/** The same texts in any language: one that is missing does not compile. */
export type TermsTexts = Texts<typeof enTerms>;

type Texts<T> = { readonly [K in keyof T]: T[K] extends string ? string : Texts<T[K]> };

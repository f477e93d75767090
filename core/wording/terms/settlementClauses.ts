import type { Agreement, Settlement } from '../../agreement/agreement.ts';
import type { TaxTerms } from '../../agreement/settlementTax.ts';
import type { Clause } from './clause.ts';
import type { Pen } from './pen.ts';

/** How an earned amount becomes money on documents. */
export function settlementClauses(
  pen: Pen,
  agreement: Pick<Agreement, 'direction' | 'settlement'>,
  reader: 'us' | 'partner' = 'us',
): Clause[] {
  const { direction, settlement: terms } = agreement;
  const texts = pen.texts.settlement;
  return [
    asOfClause(pen, terms),
    pen.sentence(texts.interim, { percent: pen.percent(terms.interimPercent) }),
    pen.sentence(texts.final, { days: pen.count(terms.finalDays) }),
    ...claimClauses(pen, terms.claim),
    ...paymentClauses(pen, terms),
    minimumClause(pen, terms),
    ...(reader === 'us' ? accrualClauses(pen, terms.accrual) : []),
    ...(reader === 'us' && (direction === 'supplierRebate' || terms.recognition !== undefined)
      ? [pen.sentence(texts.recognition[terms.recognition ?? 'onAcceptance'])]
      : []),
    pen.sentence(texts.clawBack[terms.clawBack.scope]),
    pen.sentence(texts.clawBackBy[terms.clawBack.by]),
    typeof terms.afterFinal === 'string'
      ? pen.sentence(texts.afterFinal[terms.afterFinal])
      : pen.sentence(texts.ignoredAfter, { days: pen.count(terms.afterFinal.ignoredAfterDays) }),
  ];
}

function accrualClauses(pen: Pen, accrual: Settlement['accrual']): Clause[] {
  const texts = pen.texts.settlement;
  if (typeof accrual === 'string') return [pen.sentence(texts.accrual[accrual])];
  if ('percent' in accrual)
    return [pen.sentence(texts.accrualPercent, { percent: pen.percent(accrual.percent) })];
  if ('forecast' in accrual) {
    return [
      pen.sentence(texts.accrualForecast[accrual.others]),
      ...accrual.forecast.map(({ term, partner, volume }) =>
        pen.sentence(texts.forecast, {
          term: pen.name(term),
          partner: pen.quoted(partner),
          volume: pen.number(volume),
        }),
      ),
    ];
  }
  const { scenarios, take, constraint } = accrual;
  return [
    pen.sentence(texts.accrualScenarios[take]),
    ...scenarios.map(({ percentOfForecast, probability }) =>
      pen.sentence(texts.scenario, {
        percent: pen.percent(percentOfForecast),
        probability: pen.percent(probability),
      }),
    ),
    constraint === 'none'
      ? pen.sentence(texts.constraintNone)
      : pen.sentence(texts.constraint, { percent: pen.percent(constraint.confidence) }),
  ];
}

function asOfClause(pen: Pen, { frequency, asOf }: Settlement): Clause {
  const texts = pen.texts.settlement;
  const values = { each: pen.texts.each[frequency] };
  if (asOf === 'windowEnd') return pen.sentence(texts.windowEnd, values);
  return pen.sentence(texts.daysAfter, { ...values, days: pen.count(asOf.daysAfter) });
}

function claimClauses(
  pen: Pen,
  { rule, deadlineDays, afterDeadline, silence }: Settlement['claim'],
): Clause[] {
  const texts = pen.texts.settlement;
  return [
    pen.sentence(texts.claims[rule]),
    deadlineDays === 'none'
      ? pen.sentence(texts.noDeadline)
      : pen.sentence(texts.deadline, { days: pen.count(deadlineDays) }),
    pen.sentence(texts.afterDeadline[afterDeadline]),
    pen.sentence(texts.silence[silence]),
  ];
}

function paymentClauses(pen: Pen, { method, paymentDays, currency, tax, nettingWith }: Settlement): Clause[] {
  const texts = pen.texts.settlement;
  return [
    pen.sentence(texts.methods[method]),
    pen.sentence(texts.paymentDays, { days: pen.count(paymentDays) }),
    pen.sentence(texts.currency, { currency }),
    ...taxClauses(pen, tax),
    nettingWith === 'none'
      ? pen.sentence(texts.nettingNone)
      : pen.sentence(texts.netting, { others: pen.quotedAll(nettingWith, 'conjunction') }),
  ];
}

function taxClauses(pen: Pen, tax: Settlement['tax']): Clause[] {
  const texts = pen.texts.settlement;
  const terms = typeof tax === 'object' && 'treatment' in tax ? tax : undefined;
  const rate = terms === undefined ? (tax as TaxTerms['rate']) : terms.rate;
  const clause =
    rate === 'perLineRate'
      ? pen.sentence(texts.taxPerLine)
      : rate === 'none'
        ? pen.sentence(texts.taxNone)
        : pen.sentence(texts.taxPercent, { percent: pen.percent(rate.percent) });
  if (terms === undefined) return [clause];
  const { treatment, amounts, withholding } = terms;
  return [
    pen.sentence(texts.treatments[treatment]),
    clause,
    pen.sentence(texts.amountsStated[amounts]),
    withholding === 'none'
      ? pen.sentence(texts.withholdingNone)
      : pen.sentence(texts.withholding, { percent: pen.percent(withholding.percent) }),
  ];
}

function minimumClause(pen: Pen, { minimumPayout }: Settlement): Clause {
  const texts = pen.texts.settlement;
  if (minimumPayout === 'none') return pen.sentence(texts.minimumNone);
  const text = minimumPayout.below === 'carry' ? texts.minimumCarry : texts.minimumLapse;
  return pen.sentence(text, { amount: pen.money(minimumPayout.amount) });
}

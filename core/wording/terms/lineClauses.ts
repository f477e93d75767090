import type { Eligibility, Term } from '../../agreement/agreement.ts';
import type { Clause } from './clause.ts';
import { conditionList } from './conditionText.ts';
import type { Pen } from './pen.ts';

/** Which lines count, and when. */
export function lineClauses(pen: Pen, { transactions, date, eligibility }: Term): Clause[] {
  const { lines } = pen.texts;
  const { include, exclude, attributesAsOf } = eligibility;
  return [
    pen.sentence(lines.transactions[transactions], { date: pen.catalogue.facts.date[date] }),
    include.length === 0
      ? pen.sentence(lines.includeAll)
      : pen.sentence(lines.include, {}, conditionList(pen, include)),
    exclude.length === 0
      ? pen.sentence(lines.excludeNone)
      : pen.sentence(lines.exclude, {}, conditionList(pen, exclude)),
    pen.sentence(lines.attributesAsOf[attributesAsOf]),
    paymentClause(pen, eligibility),
    submissionClause(pen, eligibility),
  ];
}

function paymentClause(pen: Pen, { payment }: Eligibility): Clause {
  const { lines } = pen.texts;
  if (payment === 'any') return pen.sentence(lines.paymentAny);
  if (payment === 'paid') return pen.sentence(lines.paymentPaid);
  const date = pen.catalogue.facts.date[payment.from];
  return pen.sentence(lines.paymentWithin, { days: pen.count(payment.withinDays), date });
}

function submissionClause(pen: Pen, { submission }: Eligibility): Clause {
  const { lines } = pen.texts;
  if (submission === 'any') return pen.sentence(lines.submissionAny);
  return pen.sentence(lines.submissionGrace, { days: pen.count(submission.graceDays) });
}

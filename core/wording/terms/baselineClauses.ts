import type { Baseline, Term } from '../../agreement/agreement.ts';
import type { Clause } from './clause.ts';
import { measuredText } from './measureText.ts';
import type { Pen } from './pen.ts';

/** What growth is measured against; nothing where the formula needs no baseline. */
export function baselineClauses(pen: Pen, term: Term): Clause[] {
  if (term.baseline === undefined) return [];
  const { growthAs, likeForLike } = term.baseline;
  const { baseline } = pen.texts;
  return [
    sourceClause(pen, term, term.baseline),
    pen.sentence(baseline.growthAs[growthAs]),
    absenceClause(pen, term, term.baseline),
    pen.sentence(baseline.likeForLike[likeForLike]),
  ];
}

function sourceClause(pen: Pen, { qualifier }: Term, { source }: Baseline): Clause {
  const { baseline } = pen.texts;
  if (source === 'sameWindowPreviousYear') return pen.sentence(baseline.sameWindowPreviousYear);
  if ('averageOfMonths' in source) {
    return pen.sentence(baseline.averageOfMonths, { months: pen.count(source.averageOfMonths) });
  }
  if ('fixed' in source) {
    return pen.sentence(baseline.fixed, { value: measuredText(pen, qualifier, source.fixed) });
  }
  const entries = source.entered.map(({ partner, value }) =>
    pen.fill(baseline.entry, { partner: pen.quoted(partner), value: measuredText(pen, qualifier, value) }),
  );
  return pen.sentence(baseline.entered, { entries: pen.all(entries, 'conjunction') });
}

function absenceClause(pen: Pen, { qualifier }: Term, { whenNotPositive }: Baseline): Clause {
  const { baseline } = pen.texts;
  switch (whenNotPositive.policy) {
    case 'paysNothing':
      return pen.sentence(baseline.paysNothing);
    case 'treatAsTier':
      return pen.sentence(baseline.treatAsTier, { tier: pen.count(whenNotPositive.tier) });
    case 'useDefault':
      return pen.sentence(baseline.useDefault, {
        value: measuredText(pen, qualifier, whenNotPositive.value),
      });
  }
}

import { formatDate } from '../../core/calendar/localDate.ts';
import type { ComparedFigure, ComparisonTotal, FigureComparison } from '../../core/cutOver/compareFigures.ts';
import { exactText } from '../../core/explanation/operands.ts';
import { moneyText } from '../../core/money/money.ts';
import type { CutOverLoad } from '../ports/cutOverStore.ts';
import type { StoredAgreement } from '../ports.ts';

/** All that a signature is on: what was compared, and what that was made of. */
export function signedJson({ figures, ...made }: MadeOf & { readonly figures: readonly FigureComparison[] }) {
  return { ...madeOfJson(made), figures: comparisonJson(figures) };
}

/** The figures of a comparison as they are hashed, signed and shown: exact texts, nothing formatted. */
export function comparisonJson(figures: readonly FigureComparison[]) {
  return figures.map(({ place, ours, theirs, deltaMinor, reason }) => {
    const { agreement, term, partner, window, currency } = place;
    return {
      agreement,
      term,
      partner,
      firstDay: formatDate(window.from),
      lastDay: formatDate(window.until - 1),
      currency,
      reason,
      difference: moneyText({ minor: deltaMinor, currency }),
      ours: ours === undefined ? null : figureJson(ours, currency),
      theirs: theirs === undefined ? null : figureJson(theirs, currency),
    };
  });
}

/** What a comparison was made of, named so that nothing else can be taken for it. */
export function madeOfJson({ loads, versions }: MadeOf) {
  return {
    loads: loads.map(({ kind, revision, name, sha256 }) => ({ kind, revision, name, sha256 })),
    versions: versions.map(({ code, version, sha256 }) => ({ agreement: code, version, sha256 })),
  };
}

type MadeOf = {
  readonly loads: readonly Pick<CutOverLoad, 'kind' | 'revision' | 'name' | 'sha256'>[];
  readonly versions: readonly Pick<StoredAgreement, 'code' | 'version' | 'sha256'>[];
};

/** The sums of a comparison by reason and currency: exact texts. */
export function totalsJson(totals: readonly ComparisonTotal[]) {
  return totals.map(({ reason, currency, accounts, oursMinor, theirsMinor }) => ({
    reason,
    currency,
    accounts,
    ours: moneyText({ minor: oursMinor, currency }),
    theirs: moneyText({ minor: theirsMinor, currency }),
    difference: moneyText({ minor: oursMinor - theirsMinor, currency }),
  }));
}

function figureJson({ minor, volume, rate, lines, blocked = 0 }: ComparedFigure, currency: string) {
  return {
    amount: moneyText({ minor, currency }),
    ...(volume && { volume: exactText(volume) }),
    ...(rate && { rate: exactText(rate) }),
    ...(lines !== undefined && { lines: String(lines) }),
    ...(blocked > 0 && { blockedLines: blocked }),
  };
}

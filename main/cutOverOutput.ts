import type { CutOverComparison } from '../app/cutOver/compareCutOver.ts';
import { comparisonJson, madeOfJson, totalsJson } from '../app/cutOver/comparisonJson.ts';
import type { LoadedFile } from '../app/cutOver/loadCutOver.ts';
import type { CutOver, CutOverLoad } from '../app/ports/cutOverStore.ts';
import { formatDate } from '../core/calendar/localDate.ts';
import type { ComparisonTotal } from '../core/cutOver/compareFigures.ts';
import { moneyText } from '../core/money/money.ts';
import type { Language } from '../core/wording/language.ts';
import { column, figureReasonText, text } from './texts.ts';

/** A cut-over on one line: whose, since when, and whether it is signed. */
export function cutOverLine(
  { code, company, lastDay, agreements, signature }: CutOver,
  language: Language,
): string {
  const facts = { code, company, day: formatDate(lastDay), agreements: agreements.length };
  if (signature === undefined) return text(language, 'cutOverOpen', facts);
  return text(language, 'cutOverClosed', { ...facts, signedBy: signature.signedBy });
}

/** A file that was loaded, by whom. */
export function loadLine({ kind, revision, name, rows, loadedBy }: CutOverLoad, language: Language): string {
  return text(language, 'cutOverLoad', { kind, revision, name, rows, loadedBy });
}

export function cutOverOutput(cutOver: CutOver, loads: readonly CutOverLoad[]) {
  const { code, company, lastDay, agreements, signature } = cutOver;
  return {
    code,
    company,
    lastDay: formatDate(lastDay),
    agreements,
    loads: loads.map(({ kind, revision, name, sha256, rows, loadedBy, loadedAt, batch }) => {
      return { kind, revision, name, sha256, rows, loadedBy, loadedAt: loadedAt.toISOString(), batch };
    }),
    signature: signature === undefined ? null : { ...signature, signedAt: signature.signedAt.toISOString() },
  };
}

/** Rows and control totals of a file, and whether it was loaded. */
export function loadedLines(
  { kind, rows, totals, revision, replaces }: LoadedFile,
  language: Language,
): string[] {
  return [
    revision === undefined
      ? text(language, 'cutOverPreview', { kind, rows, replaces })
      : text(language, 'cutOverLoaded', { kind, rows, revision }),
    ...totals.map(({ column: name, of, sum }) => `  ${column(name, 12)} ${of} ${sum.padStart(18)}`),
  ];
}

/** Both sums and their difference by reason, then each account that differs. */
export function comparisonLines(compared: CutOverComparison, language: Language, isAll: boolean): string[] {
  const shown = comparisonJson(compared.figures).filter(({ reason }) => isAll || reason !== 'equal');
  return [
    text(language, 'cutOverCompared', {
      accounts: compared.figures.length,
      day: formatDate(compared.effective),
    }),
    ...compared.loads.map((load) => loadLine(load, language)),
    ...compared.totals.map((total) => totalLine(total, language)),
    ...shown.map(
      ({ agreement, term, partner, firstDay, lastDay, currency, reason, ours, theirs, difference }) => {
        const amounts = `${ours?.amount ?? '–'} | ${theirs?.amount ?? '–'} | ${difference} ${currency}`;
        return `  ${agreement} ${term} ${partner} ${firstDay}..${lastDay}: ${amounts}  ${figureReasonText(reason, language)}`;
      },
    ),
    text(language, 'cutOverHash', { sha256: compared.sha256 }),
  ];
}

function totalLine(
  { reason, currency, accounts, oursMinor, theirsMinor }: ComparisonTotal,
  language: Language,
): string {
  const amount = (minor: bigint) => moneyText({ minor, currency }).padStart(16);
  const sums = `${amount(oursMinor)} ${amount(theirsMinor)} ${amount(oursMinor - theirsMinor)}`;
  return `  ${column(figureReasonText(reason, language), 24)} ${String(accounts).padStart(6)} ${currency} ${sums}`;
}

/** The comparison as data: exact texts. */
export function comparisonOutput(compared: CutOverComparison) {
  const { cutOver, batch, effective, totals, figures, sha256 } = compared;
  return {
    cutOver: cutOver.code,
    batch,
    effective: formatDate(effective),
    sha256,
    ...madeOfJson(compared),
    totals: totalsJson(totals),
    figures: comparisonJson(figures),
  };
}

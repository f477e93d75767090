import { PROGRAMMES } from '../agreement/agreement.ts';
import { FLOW_STAGES } from '../cashFlow/expectedFlow.ts';
import { AGE_BUCKETS } from '../claim/ageing.ts';
import type { ReportColumn, ReportRow } from '../report/report.ts';
import { WATERFALL_STEPS } from '../report/waterfallStep.ts';
import { CATALOGUES } from './catalogue.ts';
import type { Language } from './language.ts';

/** A cell as its reader reads it: words of ours in the language, names that are kept in both, the rest as it stands. */
export function reportCell({ cells, names }: ReportRow, column: ReportColumn, language: Language): string {
  const own = names?.[column]?.[language];
  if (own !== undefined) return own;
  const text = cells[column] ?? '';
  const { reports, directions } = CATALOGUES[language];
  const word = <W extends string>(known: readonly W[], said: Readonly<Record<W, string>>) => {
    const found = known.find((one) => one === text);
    return found === undefined ? text : said[found];
  };
  switch (column) {
    case 'direction':
      return word(['customerRebate', 'supplierRebate', 'neither'] as const, directions);
    case 'programme':
      return word(PROGRAMMES, reports.programmes);
    case 'stage':
      return word(FLOW_STAGES, reports.stages);
    case 'age':
      return word(AGE_BUCKETS, reports.ages);
    case 'step':
      return word(WATERFALL_STEPS, reports.steps);
    default:
      return text;
  }
}

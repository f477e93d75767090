import type { LineStore } from '../../app/ports.ts';
import { withCorrections } from '../../core/fact/corrections.ts';
import type { Line } from '../../core/fact/line.ts';
import { correctingLines } from './correctingLines.ts';
import { historicTotals } from './historicTotals.ts';
import { KNOWN_AT, knownAtValues } from './knownAt.ts';
import { type LineRow, toLine } from './lineColumns.ts';
import { lineFeed } from './lineFeed.ts';
import { linePage } from './linePage.ts';
import { lineUnits } from './lineUnits.ts';
import { newestYear } from './newestYear.ts';
import { ownLines } from './ownLines.ts';
import { type DocumentKey, paidDocuments, withPaymentDays } from './paidDocuments.ts';
import type { Session } from './session.ts';

export function lineStore(session: Session): LineStore {
  return {
    knownAt: async (batch, asked) => {
      const rows = await session.query<LineRow>(KNOWN_AT, knownAtValues(session, batch, asked));
      const correcting = await correctingLines(session, batch);
      const lines = withCorrections(rows.map(toLine), correcting);
      const isAll = asked.partners === undefined && asked.document === undefined;
      const days = await paidDocuments(session, batch, correcting, isAll ? undefined : documentsOf(lines));
      const totals = await historicTotals(session, batch, asked);
      return [...withPaymentDays(lines, days), ...totals];
    },
    own: (filter) => ownLines(session, filter),
    page: (search, page) => linePage(session, search, page),
    newestYear: (side, until) => newestYear(session, side, until),
    ...lineUnits(session),
    ...lineFeed(session),
  };
}

/** The documents whose day of payment is asked for: those of lines, and of what returns take back. */
function documentsOf(lines: readonly Line[]): readonly DocumentKey[] {
  return lines.flatMap(({ source, document, original }) => [
    { source, document },
    ...(original === undefined ? [] : [{ source, document: original.document }]),
  ]);
}

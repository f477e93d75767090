import type { PushedStore } from '../../app/ports/pushedStore.ts';
import { historicTotals } from './historicTotals.ts';
import { lineRows } from './knownAt.ts';
import type { LineRow } from './lineColumns.ts';
import { told } from './lineFeed.ts';
import type { Session } from './session.ts';

/** Looks up the lines of what a statement gives, each once. */
const linesOf = (revisions: string) => `
  WITH asked AS MATERIALIZED (${revisions})
  ${lineRows(`asked a JOIN line l ON l.tenant_id = $1 AND l.source = a.source AND l.document = a.document
    AND l.line = a.line AND l.revision = a.revision`)}
  ORDER BY l.source, l.document, l.line`;

/** Statements that sum and judge lines where they lie, by the role and behind the walls of the transaction. */
export function pushedStore(session: Session): PushedStore {
  return {
    rows: <Row>({
      text,
      values,
    }: {
      text: string;
      values: readonly (string | number | readonly (string | number)[])[];
    }) => session.query<Row>(text, values),
    lines: async ({ text, values }, batch) => {
      const rows = await session.query<LineRow>(linesOf(text), values);
      return told(session, batch, rows);
    },
    totals: (batch) => historicTotals(session, batch, {}),
  };
}

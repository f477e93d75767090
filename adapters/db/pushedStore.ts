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

/**
 * What statements look for, and how much the planner is to know of it: without any it takes one line for granted and
 * reads lists over and over; with much it reads much itself, statement by statement.
 */
const LOOKED_FOR = ['partner', 'placed', 'product', 'side', 'company'];
const STATISTICS = 10;

/** A table that stands on the coordinator alone would draw the lines of a tenant there. */
const IS_SPREAD = `SELECT EXISTS (SELECT FROM pg_extension WHERE extname = 'citus') AS found`;

/** Statements that sum and judge lines where they lie, by the role and behind the walls of the transaction. */
export function pushedStore(session: Session): PushedStore {
  let laidOut = 0;
  return {
    layOut: async ({ text, values }) => {
      const [spread] = await session.query<{ found: boolean }>(IS_SPREAD);
      if (spread?.found === true) return undefined;
      laidOut += 1;
      const name = `placed_line_${laidOut}`;
      await session.write(`CREATE TEMPORARY TABLE ${name} ON COMMIT DROP AS ${text}`, values);
      await session.query(`CREATE INDEX ON pg_temp.${name} (partner, placed) WHERE NOT special`);
      const targets = LOOKED_FOR.map((column) => `ALTER ${column} SET STATISTICS ${STATISTICS}`);
      await session.query(`ALTER TABLE pg_temp.${name} ${targets.join(', ')}`);
      await session.query(`ANALYZE pg_temp.${name} (${LOOKED_FOR.join(', ')})`);
      return `pg_temp.${name}`;
    },
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

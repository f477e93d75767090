import { Client } from 'pg';
import { LINE_COLUMNS } from '../../adapters/db/lineColumns.ts';
import { formatDate } from '../../core/calendar/localDate.ts';
import type { Line } from '../../core/fact/line.ts';
import { lineKey } from '../../core/fact/line.ts';
import { lineContent } from '../../core/fact/lineContent.ts';

const NAMES = LINE_COLUMNS.map(({ name }) => name);
const READ = LINE_COLUMNS.map(({ name, type }) => `${name} ${type}`).join(', ');

const INSERT = `
  INSERT INTO line (tenant_id, document_id, row_number, content_sha256, revision, batch, ${NAMES.join(', ')})
  SELECT $1, $1, 1, '\\x00', revision, batch, ${NAMES.join(', ')}
  FROM json_to_recordset($2::json) AS r (revision int, batch bigint, ${READ})`;

/** Lines of a tenant in place of those that it had, without an import around them: what is said otherwise is a later revision. */
export class LineTable {
  private readonly client: Client;

  private constructor(client: Client) {
    this.client = client;
  }

  static async open(adminUrl: string): Promise<LineTable> {
    const client = new Client({ connectionString: adminUrl });
    await client.connect();
    return new LineTable(client);
  }

  /** Gives the last batch: one for each day on which something became known. */
  async fill(tenant: string, lines: readonly Line[]): Promise<number> {
    const days = [...new Set(lines.map(knownDay))].sort((a, b) => a - b);
    await this.client.query('DELETE FROM line WHERE tenant_id = $1', [tenant]);
    await this.client.query('DELETE FROM batch WHERE tenant_id = $1', [tenant]);
    for (const [at, day] of days.entries()) {
      await this.client.query(
        `INSERT INTO batch (tenant_id, number, kind, known_on, recorded_at) VALUES ($1, $2, 'import', $3, now())`,
        [tenant, at + 1, formatDate(day)],
      );
    }
    const rows = revised(lines).map((line) => ({
      ...{ revision: line.revision, batch: days.indexOf(knownDay(line)) + 1 },
      ...Object.fromEntries(LINE_COLUMNS.map(({ name, type, textOf }) => [name, jsonOf(type, textOf(line))])),
    }));
    await this.client.query(INSERT, [tenant, JSON.stringify(rows)]);
    return days.length;
  }

  close(): Promise<void> {
    return this.client.end();
  }
}

function knownDay({ knownOn, dates }: Line): number {
  return knownOn ?? dates.invoice ?? 0;
}

function jsonOf(type: string, text: string | undefined): unknown {
  if (text === undefined) return null;
  return type === 'jsonb' ? JSON.parse(text) : text;
}

/** Each line and content once, numbered in the order in which they came. */
function revised(lines: readonly Line[]): Line[] {
  const inOrder = lines
    .filter(({ takenOverFrom }) => takenOverFrom === undefined)
    .toSorted((a, b) => knownDay(a) - knownDay(b));
  return [...Map.groupBy(inOrder, lineKey).values()].flatMap((same) => {
    const contents = new Map(same.map((line) => [lineContent(line), line]));
    return [...contents.values()].map((line, at) => ({ ...line, revision: at + 1 }));
  });
}

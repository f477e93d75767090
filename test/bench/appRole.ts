import { hash } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Client } from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { LINE_COLUMNS } from '../../adapters/db/lineColumns.ts';
import type { Line } from '../../core/fact/line.ts';
import { lineContent } from '../../core/fact/lineContent.ts';
import type { GatheredCells, GatheredGroup } from '../../engine/columnar/gatheredCells.ts';
import type { PlanCells } from '../../engine/columnar/termCells.ts';

/** The columns that lines of the drawn trade fill. */
const FILLED = LINE_COLUMNS.filter(({ name }) =>
  [
    ...['source', 'document', 'line', 'side', 'company', 'partner_id', 'product', 'invoice_date', 'unit'],
    ...[
      'invoiced_quantity',
      'unit_price',
      'net_value',
      'currency',
      'attributes',
      'return_document',
      'return_line',
    ],
  ].includes(name),
);
const NAMES = FILLED.map(({ name }) => name).join(', ');

const STAGE = `
  CREATE TEMPORARY TABLE staged_line ON COMMIT DROP AS
  SELECT content_sha256, ${NAMES} FROM line WITH NO DATA`;
/** As an import does it: under the lock of the counter of batches what is known is asked for, and the rest is new or a fault of the key. */
const LOCK = `SELECT FROM counter WHERE tenant_id = $1 AND series = 'batch' FOR UPDATE`;
const COLUMNS = `tenant_id, document_id, row_number, revision, batch, content_sha256, ${NAMES}`;
const STAGED = `SELECT $1::uuid, $1::uuid, 1, 1, $2::bigint, content_sha256, ${NAMES} FROM staged_line s`;
const INSERT = `
  INSERT INTO line (${COLUMNS}) ${STAGED}
  WHERE NOT EXISTS (
    SELECT FROM line l
    WHERE l.tenant_id = $1 AND l.source = s.source AND l.document = s.document AND l.line = s.line
  )`;

/** Without keys, walls or anything else: no way to bring the same bytes in can be faster on this machine. */
const FLOOR_TABLES = `
  CREATE UNLOGGED TABLE bench_copied AS SELECT content_sha256, ${NAMES} FROM line WITH NO DATA;
  CREATE TABLE bench_bare (LIKE line);
  GRANT INSERT, SELECT ON bench_copied, bench_bare TO openrebate_app`;

const CELL_TABLE = `
  CREATE TABLE bench_cell (tenant_id uuid NOT NULL, agreement int NOT NULL, term text NOT NULL, partner int NOT NULL,
    slot text NOT NULL, window_from int NOT NULL, sum numeric NOT NULL, lines int NOT NULL);
  ALTER TABLE bench_cell ENABLE ROW LEVEL SECURITY; ALTER TABLE bench_cell FORCE ROW LEVEL SECURITY;
  CREATE POLICY tenant_wall ON bench_cell TO openrebate_app
    USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
    WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
  GRANT SELECT, INSERT, DELETE ON bench_cell TO openrebate_app`;

/** Bulk writes as the role of the application does them: behind the walls, by a temporary table, one statement, one commit. */
export class AppRole {
  private readonly client: Client;
  private readonly tenant: string;

  private constructor(client: Client, tenant: string) {
    this.client = client;
    this.tenant = tenant;
  }

  static async open({
    appUrl,
    ownerUrl,
    tenant,
  }: {
    appUrl: string;
    ownerUrl: string;
    tenant: string;
  }): Promise<AppRole> {
    const owner = new Client({ connectionString: ownerUrl });
    await owner.connect();
    await owner.query(CELL_TABLE);
    await owner.query(FLOOR_TABLES);
    await owner.end();
    const client = new Client({ connectionString: appUrl });
    await client.connect();
    return new AppRole(client, tenant);
  }

  /** One transaction of the tenant. */
  async within<T>(work: () => Promise<T>): Promise<T> {
    await this.client.query(`BEGIN; SET LOCAL app.tenant = '${this.tenant}'`);
    const value = await work();
    await this.client.query('COMMIT');
    return value;
  }

  async batch(number: number): Promise<void> {
    await this.client.query(
      `INSERT INTO batch (tenant_id, number, kind, known_on, recorded_at) VALUES ($1, $2, 'import', '2026-12-31', now())`,
      [this.tenant, number],
    );
    await this.client.query(`UPDATE counter SET last_number = $2 WHERE tenant_id = $1 AND series = 'batch'`, [
      this.tenant,
      number,
    ]);
  }

  /** Gives how many of them were new. */
  async insertLines(texts: readonly string[], batch: number): Promise<number> {
    await this.client.query(STAGE);
    await this.copy(`COPY staged_line (content_sha256, ${NAMES}) FROM STDIN`, texts);
    await this.client.query(LOCK, [this.tenant]);
    const { rowCount } = await this.client.query(INSERT, [this.tenant, batch]);
    return rowCount ?? 0;
  }

  /** The same bytes by nothing but COPY. */
  copyOnly(texts: readonly string[]): Promise<void> {
    return this.copy(`COPY bench_copied (content_sha256, ${NAMES}) FROM STDIN`, texts);
  }

  /** Five columns of each line, which nobody looks at, by COPY in bytes; gives how many bytes. */
  async copyOut(): Promise<number> {
    const columns = 'document, product, invoice_date, invoiced_quantity, net_value';
    const copy = this.client.query(copyTo(`COPY (SELECT ${columns} FROM line) TO STDOUT (FORMAT binary)`));
    let bytes = 0;
    for await (const chunk of copy as AsyncIterable<Buffer>) bytes += chunk.length;
    return bytes;
  }

  /** What is staged into a table that has no keys and no walls. */
  async insertBare(texts: readonly string[], batch: number): Promise<void> {
    await this.client.query(STAGE);
    await this.copy(`COPY staged_line (content_sha256, ${NAMES}) FROM STDIN`, texts);
    await this.client.query(`INSERT INTO bench_bare (${COLUMNS}) ${STAGED}`, [this.tenant, batch]);
  }

  /** Cells of plans by their number, in place of those of the same agreements or beside them. */
  async insertCells(cells: Iterable<readonly [agreement: number, cells: PlanCells]>): Promise<number> {
    await this.client.query(
      'CREATE TEMPORARY TABLE staged_cell ON COMMIT DROP AS SELECT * FROM bench_cell WITH NO DATA',
    );
    await this.copy('COPY staged_cell FROM STDIN', cellTexts(this.tenant, cells));
    const { rowCount } = await this.client.query('INSERT INTO bench_cell SELECT * FROM staged_cell');
    return rowCount ?? 0;
  }

  async clearCells(): Promise<void> {
    await this.within(async () => void (await this.client.query('DELETE FROM bench_cell')));
  }

  /** Gives the bytes of the table of lines, and of its keys. */
  async analyze(adminUrl: string): Promise<{ readonly rows: number; readonly keys: number }> {
    const admin = new Client({ connectionString: adminUrl });
    await admin.connect();
    await admin.query('VACUUM ANALYZE line');
    const { rows } = await admin.query<{ rows: string; keys: string }>(
      `SELECT pg_table_size('line') AS rows, pg_indexes_size('line') AS keys`,
    );
    await admin.end();
    return { rows: Number(rows[0]?.rows), keys: Number(rows[0]?.keys) };
  }

  close(): Promise<void> {
    return this.client.end();
  }

  private copy(text: string, rows: Iterable<string>): Promise<void> {
    return pipeline(Readable.from(inChunks(rows)), this.client.query(copyFrom(text)));
  }
}

const ROWS_PER_CHUNK = 500;

/** Rows together, as an import stages them: a packet for each would be most of the time. */
function* inChunks(rows: Iterable<string>): Generator<string> {
  let [chunk, count] = ['', 0];
  for (const row of rows) {
    chunk += row;
    count += 1;
    if (count < ROWS_PER_CHUNK) continue;
    yield chunk;
    [chunk, count] = ['', 0];
  }
  if (count > 0) yield chunk;
}

/** Typed lines as `COPY` takes them, hashed as an import hashes them. */
export function lineText(line: Line): string {
  const fields = FILLED.map(({ textOf }) => textOf(line) ?? '\\N');
  return `${[`\\\\x${hash('sha256', lineContent(line), 'hex')}`, ...fields].join('\t')}\n`;
}

function* cellTexts(
  tenant: string,
  all: Iterable<readonly [agreement: number, cells: PlanCells]>,
): Generator<string> {
  let chunk: string[] = [];
  for (const [agreement, { plain, gathered, rest }] of all) {
    for (const { term, groups, columns, from, until } of plain) {
      const { partners, groupOf, sums, lines, width } = columns;
      for (let at = from; at < until; at += 1) {
        for (const { slot, window, column, toCell } of groups[groupOf[at] as number] ?? []) {
          const sum = BigInt(sums[width * at + column] as number) * toCell;
          chunk.push([tenant, agreement, term, partners[at], slot, window.from, sum, lines[at]].join('\t'));
        }
        if (chunk.length < 10_000) continue;
        yield `${chunk.join('\n')}\n`;
        chunk = [];
      }
    }
    for (const cells of gathered)
      for (const text of gatheredTexts([tenant, agreement], cells)) chunk.push(text);
    for (const { term, slot, window, sum, lines } of rest.cells) {
      chunk.push([tenant, agreement, term, -1, slot, window.from, sum, lines].join('\t'));
    }
  }
  if (chunk.length > 0) yield `${chunk.join('\n')}\n`;
}

function* gatheredTexts(
  of: readonly (string | number)[],
  { term, groups, groupOf, sums, lines }: GatheredCells,
): Generator<string> {
  for (let at = 0; at < groupOf.length; at += 1) {
    const { slots, window, toCell } = groups[groupOf[at] as number] as GatheredGroup;
    const sum = BigInt(sums[at] as number) * toCell;
    for (const slot of slots) yield [...of, term, -1, slot, window.from, sum, lines[at]].join('\t');
  }
}

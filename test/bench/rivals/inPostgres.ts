import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { RivalLine, RivalRule, RivalTotal } from './rivalRules.ts';

/** The table is as good as it can be for these queries: whole numbers, and an index that holds all that is asked. */
const TABLE = `
  CREATE TABLE rival_line (partner int NOT NULL, product int NOT NULL, day int NOT NULL, month int NOT NULL,
    quarter int NOT NULL, units int NOT NULL, cents bigint NOT NULL)`;
const INDEX = `
  CREATE INDEX ON rival_line (partner, day) INCLUDE (product, month, quarter, units, cents)`;

const QUERY = (window: string) => `
  SELECT l.partner, l.${window}, sum(l.units) AS units, sum(l.cents) AS cents
  FROM unnest($1::int[]) AS p (partner)
  JOIN rival_line l ON l.partner = p.partner AND l.day >= $3 AND l.day < $4
  JOIN unnest($2::int[]) AS q (product) ON q.product = l.product
  GROUP BY 1, 2`;

/** A rule, a query: what most people who calculate rebates in SQL have. */
export class InPostgres {
  private readonly client: Client;

  private constructor(client: Client) {
    this.client = client;
  }

  static async over(url: string, lines: Iterable<RivalLine>): Promise<InPostgres> {
    const client = new Client({ connectionString: url });
    await client.connect();
    await client.query(`SET jit = off; SET work_mem = '1GB'; ${TABLE}`);
    await pipeline(Readable.from(texts(lines)), client.query(copyFrom('COPY rival_line FROM STDIN')));
    await client.query(INDEX);
    await client.query('VACUUM ANALYZE rival_line');
    return new InPostgres(client);
  }

  /** A plain scan of two columns inside the database. */
  async scan(): Promise<void> {
    await this.client.query('SELECT sum(units), sum(cents) FROM rival_line');
  }

  async calculate(rules: readonly RivalRule[]): Promise<RivalTotal[]> {
    const totals: RivalTotal[] = [];
    for (const { isMonthly, partners, products, from, until } of rules) {
      const { rows } = await this.client.query<{ units: string; cents: string }>(
        QUERY(isMonthly ? 'month' : 'quarter'),
        [partners, products, from, until],
      );
      const sum = (pick: 'units' | 'cents') => rows.reduce((all, row) => all + BigInt(row[pick]), 0n);
      totals.push({ windows: rows.length, units: sum('units'), cents: sum('cents') });
    }
    return totals;
  }

  close(): Promise<void> {
    return this.client.end();
  }
}

function* texts(lines: Iterable<RivalLine>): Generator<string> {
  let chunk: string[] = [];
  for (const line of lines) {
    chunk.push(line.join('\t'));
    if (chunk.length < 10_000) continue;
    yield `${chunk.join('\n')}\n`;
    chunk = [];
  }
  if (chunk.length > 0) yield `${chunk.join('\n')}\n`;
}

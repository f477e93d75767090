import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { RivalLine, RivalRule, RivalTotal } from './rivalRules.ts';

const TABLES = `
  CREATE TABLE line (partner INTEGER, product INTEGER, day INTEGER, month INTEGER, quarter INTEGER, units INTEGER, cents BIGINT);
  CREATE TABLE rule (rule INTEGER, first_day INTEGER, end_day INTEGER, is_monthly BOOLEAN);
  CREATE TABLE rule_partner (rule INTEGER, partner INTEGER);
  CREATE TABLE rule_product (rule INTEGER, product INTEGER)`;

/** All rules at once; the cells stay in the database. */
const STATEMENT = `
  CREATE OR REPLACE TEMP TABLE cell AS
  SELECT r.rule, l.partner, CASE WHEN r.is_monthly THEN l.month ELSE l.quarter END AS place,
    sum(l.units) AS units, sum(l.cents) AS cents
  FROM line l
  JOIN rule_partner p ON p.partner = l.partner
  JOIN rule r ON r.rule = p.rule AND l.day >= r.first_day AND l.day < r.end_day
  JOIN rule_product q ON q.rule = r.rule AND q.product = l.product
  GROUP BY 1, 2, 3`;

/** One statement over all lines and rules, in DuckDB, in its own file, on as many threads as it is given. */
export class InDuckDb {
  private readonly connection: DuckDBConnection;

  private constructor(connection: DuckDBConnection) {
    this.connection = connection;
  }

  static async over(
    file: string,
    { lines, rules, threads }: { lines: Iterable<RivalLine>; rules: readonly RivalRule[]; threads: number },
  ): Promise<InDuckDb> {
    const instance = await DuckDBInstance.create(file, { threads: String(threads) });
    const connection = await instance.connect();
    for (const table of TABLES.split(';')) await connection.run(table);
    await append(connection, 'line', lines);
    await append(connection, 'rule_partner', pairs(rules, 'partners'));
    await append(connection, 'rule_product', pairs(rules, 'products'));
    const appender = await connection.createAppender('rule');
    for (const { rule, from, until, isMonthly } of rules) {
      for (const value of [rule, from, until]) appender.appendInteger(value);
      appender.appendBoolean(isMonthly);
      appender.endRow();
    }
    appender.closeSync();
    return new InDuckDb(connection);
  }

  async scan(): Promise<void> {
    await this.connection.run('SELECT sum(units), sum(cents) FROM line');
  }

  async calculate(): Promise<void> {
    await this.connection.run(STATEMENT);
  }

  /** By the number of the rule; a rule without lines is not among them. */
  async totals(): Promise<ReadonlyMap<number, RivalTotal>> {
    const reader = await this.connection.runAndReadAll(
      'SELECT rule, count(*)::BIGINT, sum(units)::BIGINT, sum(cents)::BIGINT FROM cell GROUP BY 1',
    );
    return new Map(
      reader
        .getRows()
        .map(([rule, windows, units, cents]) => [
          Number(rule),
          { windows: Number(windows), units: units as bigint, cents: cents as bigint },
        ]),
    );
  }

  close(): void {
    this.connection.closeSync();
  }
}

async function append(
  connection: DuckDBConnection,
  table: string,
  rows: Iterable<readonly number[]>,
): Promise<void> {
  const appender = await connection.createAppender(table);
  for (const row of rows) {
    for (const [at, value] of row.entries()) {
      if (at === CENTS) appender.appendBigInt(BigInt(value));
      else appender.appendInteger(value);
    }
    appender.endRow();
  }
  appender.closeSync();
}

/** The place of the one column that is wider than the others. */
const CENTS = 6;

function* pairs(rules: readonly RivalRule[], of: 'partners' | 'products'): Generator<[number, number]> {
  for (const rule of rules) for (const code of rule[of]) yield [rule.rule, code];
}

import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { LocalDate } from '../../../core/calendar/localDate.ts';
import { accept, type Refusal, type Result, refuse, refused } from '../../../core/refusal/refusals.ts';
import type { History, HistoryAgreement, HistoryClaim, HistoryLine } from '../../../core/trust/history.ts';
import { fileRefusal } from '../fileRefusal.ts';
import { openTable } from '../openTable.ts';
import { LineTable } from './lineTable.ts';
import * as records from './recordReaders.ts';
import { columnsOf, PROBLEMS_MAX, RowFields } from './rowFields.ts';

/** A history, and its lines by partner, day, document and line. */
export type ReadHistory = {
  readonly history: History;
  readonly lines: Iterable<HistoryLine>;
  readonly count: number;
};

/**
 * The past of a business from a folder of CSV files; which ones stands in docs/reference/trust-history.md. A file that is not there is unknown.
 * Refuses: file-not-found and file-not-readable (the folder), history-empty, history-field-invalid, and those of openTable.
 */
export async function readHistory(folder: string, today: LocalDate): Promise<Result<ReadHistory>> {
  const names = await namesIn(folder);
  if (!names.ok) return names;
  const problems: Refusal[] = [];
  const reader = new FolderReader(folder, names.value, problems);
  const read = await readAll(reader, today);
  if (problems.length > 0) return refused(...(problems.slice(0, PROBLEMS_MAX) as [Refusal]));
  return reader.found === 0
    ? refused(refuse('history-empty', folder, { folder: basename(folder) }))
    : accept(read);
}

async function namesIn(folder: string): Promise<Result<readonly string[]>> {
  try {
    return accept((await readdir(folder)).sort());
  } catch (error) {
    const refusal = fileRefusal(error, folder);
    if (refusal === undefined) throw error;
    return refused(refusal);
  }
}

async function readAll(reader: FolderReader, today: LocalDate): Promise<ReadHistory> {
  const products = await reader.all('products', records.productOf);
  const units = new Map(
    products.flatMap(({ product, unit }) => (unit === undefined ? [] : [[product, unit] as const])),
  );
  const agreements = await readAgreements(reader);
  const bases = new Map(agreements.map(({ agreement, basis }) => [agreement, basis]));
  const table = new LineTable();
  await reader.lines((row, source) => table.add(records.lineOf(row, source, units)));
  const history: History = {
    today,
    partners: await reader.all('partners', records.partnerOf),
    products,
    agreements,
    earnings: await reader.all('earnings', (row) =>
      records.earningOf(row, bases.get(row.text('agreement') ?? '') ?? 'value'),
    ),
    claims: await readClaims(reader),
    settlements: await reader.all('settlements', records.settlementOf),
    payments: await reader.all('payments', records.paymentOf),
    bankChanges: await reader.all('bank-changes', records.bankChangeOf),
    approvals: await reader.all('approvals', records.approvalOf),
    adjustments: await reader.all('adjustments', records.adjustmentOf),
    stock: await reader.all('stock', (row) => records.stockOf(row, units)),
  };
  return { history, lines: { [Symbol.iterator]: () => table.sorted() }, count: table.length };
}

async function readAgreements(reader: FolderReader): Promise<HistoryAgreement[]> {
  const agreements = new Map(
    (await reader.all('agreements', records.agreementOf)).map((one) => [one.agreement, one]),
  );
  const tiers = await reader.all('tiers', (row) => {
    const code = row.needed('agreement');
    const agreement = agreements.get(code);
    if (agreement === undefined) return row.wrong('agreement', 'an agreement of agreements.csv', undefined);
    return { code, tier: records.tierOf(row, agreement) };
  });
  const own = Map.groupBy(
    tiers.filter((one) => one !== undefined),
    ({ code }) => code,
  );
  return [...agreements.values()].map((agreement) => ({
    ...agreement,
    tiers: (own.get(agreement.agreement) ?? []).map(({ tier }) => tier).sort((a, b) => a.from - b.from),
  }));
}

async function readClaims(reader: FolderReader): Promise<HistoryClaim[]> {
  const claims = new Map((await reader.all('claims', records.claimOf)).map((one) => [one.claim, one]));
  const lines = await reader.all('claim-lines', (row) => {
    const code = row.needed('claim');
    const claim = claims.get(code);
    if (claim === undefined) return row.wrong('claim', 'a claim of claims.csv', undefined);
    return { code, line: records.claimLineOf(row, claim.currency) };
  });
  const own = Map.groupBy(
    lines.filter((one) => one !== undefined),
    ({ code }) => code,
  );
  return [...claims.values()].map((claim) => ({
    ...claim,
    lines: (own.get(claim.claim) ?? []).map(({ line }) => line),
  }));
}

/** Reads the files of a folder row by row; problems are gathered, and after twenty no more is read. */
class FolderReader {
  /** How many files of a history there were. */
  found = 0;
  private readonly folder: string;
  private readonly names: readonly string[];
  private readonly problems: Refusal[];

  constructor(folder: string, names: readonly string[], problems: Refusal[]) {
    this.folder = folder;
    this.names = names;
    this.problems = problems;
  }

  async all<T>(name: string, of: (row: RowFields) => T): Promise<T[]> {
    const values: T[] = [];
    for (const file of this.names.filter((one) => nameOf(one) === name)) {
      await this.each(file, (row) => values.push(of(row)));
    }
    return values;
  }

  async lines(take: (row: RowFields, source: string) => void): Promise<void> {
    for (const file of this.names.filter((one) => nameOf(one)?.startsWith('lines') === true)) {
      await this.each(file, (row) => take(row, nameOf(file) ?? file));
    }
  }

  private async each(file: string, take: (row: RowFields) => void): Promise<void> {
    this.found += 1;
    if (this.problems.length >= PROBLEMS_MAX) return;
    const opened = await openTable(join(this.folder, file), { name: file, batchSize: 5000 });
    if (!opened.ok) {
      this.problems.push(...opened.refusals);
      return;
    }
    const row = new RowFields(columnsOf(file, opened.value.columns), this.problems);
    for await (const batch of opened.value.batches) {
      if (!batch.ok) this.problems.push(...batch.refusals);
      if (!batch.ok || this.problems.length >= PROBLEMS_MAX) return;
      for (const { row: number, texts } of batch.value) {
        // An empty line at the end of a file is none.
        if (texts.length > 1 || texts[0] !== '') take(row.at(number, texts));
      }
    }
  }
}

/** `lines-2024` of lines-2024.csv or lines-2024.csv.gz. */
function nameOf(file: string): string | undefined {
  return /^([a-z0-9-]+)\.csv(?:\.gz)?$/i.exec(file)?.[1]?.toLowerCase();
}

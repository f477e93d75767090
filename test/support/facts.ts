import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type {
  BookingAccount,
  EarningRow,
  ImportSummary,
  MasterRow,
  NewBooking,
  ReceivedRow,
  Run,
  Store,
  TenantId,
  Tx,
} from '../../app/ports.ts';
import { type LocalDate, parseDate } from '../../core/calendar/localDate.ts';
import type { Line } from '../../core/fact/line.ts';
import { lineContent } from '../../core/fact/lineContent.ts';
import { type Decimal, parseDecimal } from '../../core/number/decimal.ts';
import type { Result } from '../../core/refusal/refusals.ts';

export function day(text: string): LocalDate {
  const date = parseDate(text);
  if (date === undefined) throw new Error(`${text} is no day`);
  return date;
}

export function decimal(text: string): Decimal {
  const value = parseDecimal(text);
  if (value === undefined) throw new Error(`${text} is no decimal`);
  return value;
}

export function accepted<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusals));
  return result.value;
}

export const AT = new Date('2026-01-31T10:20:30.123Z');
export const TODAY = day('2026-01-31');

/** A sale of one piece for 10.00; say what is different. */
export function aLine(differs: Partial<Line> = {}): Line {
  return {
    source: 'erp',
    document: 'D1',
    line: '1',
    revision: 1,
    side: 'sale',
    company: 'NW',
    partner: 'P1',
    product: 'A',
    dates: { order: day('1997-02-03') },
    quantities: { invoiced: decimal('1') },
    unit: 'EA',
    netValue: decimal('10.00'),
    currency: 'USD',
    attributes: {},
    batch: 0,
    ...differs,
  };
}

/** The lines as the rows of a file, from row 1 on. */
export function rowsOf(...lines: readonly Line[]): ReceivedRow[] {
  return lines.map((line, index) => ({
    row: index + 1,
    texts: [line.document, line.line],
    parsed: { line },
  }));
}

export async function takeBatch(
  tx: Tx,
  kind: Parameters<Tx['batches']['take']>[0],
  on = TODAY,
): Promise<number> {
  return accepted(await tx.batches.take(kind, on, AT));
}

/** Imports rows as one file, its bytes made of what they say; unknown partners and products pass. */
export function importRows(
  store: Store,
  tenant: TenantId,
  rows: readonly ReceivedRow[],
  knownOn = TODAY,
): Promise<ImportSummary> {
  return store.inTenant(tenant, async (tx) => {
    await tx.imports.stage(rows);
    return tx.imports.commit(aDocument(bytesOf(rows)), await takeBatch(tx, 'lines', knownOn), AS_FILE);
  });
}

function bytesOf(rows: readonly ReceivedRow[]): string {
  return rows
    .map(({ texts, parsed }) => ('line' in parsed ? lineContent(parsed.line) : JSON.stringify(texts)))
    .join('\n');
}

export function aDocument(bytes = 'a file') {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return {
    id: randomUUID(),
    source: 'erp',
    name: 'file.csv',
    sha256,
    bytes: 6,
    columns: ['document', 'line'],
    identity: 'lineNumber' as const,
    actor: 'system:test',
  };
}

/** How an ordinary file is committed. */
export const AS_FILE = { documents: 'mayBeCut' as const, ends: 'arrived' as const, at: AT };

/** Records master data as it is given; gives the number of its batch. */
export function addMaster(store: Store, tenant: TenantId, rows: readonly MasterRow[]): Promise<number> {
  return store.inTenant(tenant, async (tx) => {
    const batch = await takeBatch(tx, 'master');
    await tx.master.append(rows, batch);
    return batch;
  });
}

const TEXT = readFileSync(new URL('../../demo/agreements/nw-quarter.json', import.meta.url), 'utf8');

/** Records the quarterly bonus of the demo under a code of its own. */
export function addAgreement(store: Store, tenant: TenantId, code: string): Promise<number> {
  const text = JSON.stringify({ ...JSON.parse(TEXT), id: code });
  const sha256 = createHash('sha256').update(text).digest('hex');
  return store.inTenant(tenant, async (tx) => {
    const batch = await takeBatch(tx, 'agreement');
    await tx.agreements.record({ id: randomUUID(), code, text, sha256, batch });
    return batch;
  });
}

export function anAccount(differs: Partial<BookingAccount> = {}): BookingAccount {
  return {
    agreement: 'A1',
    term: 'volume',
    partner: 'P1',
    window: { from: day('1997-01-01'), until: day('1997-04-01') },
    kind: 'earned',
    company: '',
    currency: 'USD',
    ...differs,
  };
}

export function aBooking(number: number, minor: bigint, differs: Partial<BookingAccount> = {}): NewBooking {
  const causes = [{ cause: 'onTimeLines' as const, minor }];
  return { account: anAccount(differs), number, deltaMinor: minor, causes };
}

export function anEarning(run: Run, minor: bigint, differs: Partial<BookingAccount> = {}) {
  const row: Omit<EarningRow, 'partnerName'> = {
    id: randomUUID(),
    account: anAccount(differs),
    agreementName: { en: 'Quarterly', 'zh-CN': '季度' },
    direction: 'customerRebate',
    earnedMinor: minor,
    adjustedMinor: 0n,
    adjustments: [],
    tier: 1,
    run,
    progress: { tiers: ['1'] },
    blockedLines: 0,
  };
  return row;
}

/** Finishes a run over everything known, books once and writes the earning of it. */
export async function calculateOnce(tx: Tx, differs: Partial<BookingAccount>, minor: bigint): Promise<Run> {
  const { agreement } = anAccount(differs);
  const seen = { batch: await tx.batches.last(), effective: TODAY, calculation: '1' };
  const run = { number: await tx.runs.finish(agreement, seen, AT), ...seen };
  const last = (await tx.bookings.balances(agreement)).find(
    ({ account }) => account.partner === anAccount(differs).partner,
  );
  await tx.bookings.post([aBooking((last?.lastNumber ?? 0) + 1, minor, differs)], { run }, AT);
  await tx.earnings.replace(agreement, [anEarning(run, minor, differs)]);
  return run;
}

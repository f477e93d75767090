import { type Disposed, disposeFacts, type FactRow } from '../../core/fact/disposeFacts.ts';
import { DISPOSITIONS, type Disposition } from '../../core/fact/knownLines.ts';
import { addDecimals } from '../../core/number/addDecimals.ts';
import { type Decimal, formatDecimal } from '../../core/number/decimal.ts';
import { accept, type Refusal, type Result } from '../../core/refusal/refusals.ts';
import type { Actor } from '../actor.ts';
import { businessDay } from '../businessDay.ts';
import { askCalculation } from '../jobs/askCalculation.ts';
import type { FactFile, FactKind, FactOf, ReceivedFact } from '../ports/factStore.ts';
import type { Ports, TenantId, Tx } from '../ports.ts';
import { FACT_KINDS, type FactParser } from './factKinds.ts';

/** A file of facts, read: each row by the fields of its header, or why it could not be read. */
export type FactFeed = Omit<FactFile, 'id'> & {
  readonly rows: readonly {
    readonly row: number;
    readonly texts: readonly string[];
    readonly fields: Readonly<Record<string, string>>;
    readonly refusals: readonly Refusal[];
  }[];
};

/** How many rows, and what their amounts or quantities come to, whatever their currency or unit. */
export type FactTally = { readonly rows: number; readonly sum: string };

/** The reconciliation: `received` equals the sum of the four dispositions. */
export type FactSummary = {
  readonly file: FactFile;
  readonly batch: number;
  readonly received: FactTally;
  readonly dispositions: Readonly<Record<Disposition, FactTally>>;
  readonly reasons: Readonly<Record<string, number>>;
  /** The refused rows with their reasons, the first of them. */
  readonly quarantined: readonly Pick<Disposed, 'row' | 'refusals'>[];
};

/** How many refused rows a summary shows; the others stand in quarantine all the same. */
const SHOWN = 100;

/** What became of a file as a whole, and of each of its rows. */
export type RecordedFacts = { readonly summary: FactSummary; readonly disposed: readonly Disposed[] };

/** A file of payments or stock counts into the database. Refuses: those of recordFacts. */
export async function importFacts(
  ports: Ports,
  tenant: TenantId,
  kind: FactKind,
  feed: FactFeed,
  actor: Actor,
): Promise<Result<FactSummary>> {
  const recorded = await recordFacts(ports, tenant, kind, feed, actor);
  return recorded.ok ? accept(recorded.value.summary) : recorded;
}

/**
 * Payments or stock counts into the database, in one transaction: every row ends accepted, duplicate,
 * superseded or quarantined, by the rules of lines. The same rows again change nothing.
 * Refuses: known-day-backwards.
 */
export function recordFacts<K extends FactKind>(
  ports: Ports,
  tenant: TenantId,
  kind: K,
  feed: FactFeed,
  actor: Actor,
): Promise<Result<RecordedFacts>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const parser = FACT_KINDS[kind] as unknown as FactParser<FactOf<K>>;
    const at = ports.clock.now();
    const batch = await tx.batches.take(kind, await businessDay(tx, ports.clock), at);
    if (!batch.ok) return batch;
    // Read under the lock of the counter: what every earlier batch said is seen.
    const unknown = await parser.unknown(tx);
    const rows = feed.rows.map((row) => received(parser, row, unknown));
    const keys = rows.flatMap(({ fact }) => (fact === undefined ? [] : [fact.key]));
    const known = await tx.facts.lastOf(kind, keys, feed.sha256);
    const facts = new Map(rows.map(({ row, fact }) => [row, fact]));
    const disposed = disposeFacts(rows.map(toFactRow), known, (row) => identityOf(parser, facts.get(row)));
    const { rows: _, ...said } = feed;
    const file: FactFile = { id: ports.ids.next(), ...said };
    await tx.facts.record(kind, file, batch.value, rows, disposed);
    const summary = summaryOf(parser, file, batch.value, rows, disposed);
    if (summary.dispositions.accepted.rows > 0) await askCalculation(ports, tx, actor);
    await audit(ports, tx, kind, summary, actor, at);
    return accept({ summary, disposed });
  });
}

type Row<F> = ReceivedFact<F> & { readonly refusals: readonly Refusal[] };

function received<F>(
  { parse, keyOf, contentOf }: FactParser<F>,
  { row, texts, fields, refusals }: FactFeed['rows'][number],
  unknown: (value: F) => readonly Refusal[],
): Row<F> {
  if (refusals.length > 0) return { row, texts, refusals };
  const parsed = parse(fields);
  if (!parsed.ok) return { row, texts, refusals: parsed.refusals };
  const { value } = parsed;
  return {
    row,
    texts,
    fact: { key: keyOf(value), content: contentOf(value), value },
    refusals: unknown(value),
  };
}

function toFactRow<F>({ row, fact, refusals }: Row<F>): FactRow {
  return fact === undefined ? { row, refusals } : { row, key: fact.key, content: fact.content, refusals };
}

function identityOf<F>({ identityOf: name }: FactParser<F>, fact: Row<F>['fact']) {
  return fact === undefined ? { document: '', line: '' } : name(fact.value);
}

function summaryOf<F>(
  { sizeOf }: FactParser<F>,
  file: FactFile,
  batch: number,
  rows: readonly Row<F>[],
  disposed: readonly Disposed[],
): FactSummary {
  const sizes = rows.map(({ fact }) => fact && sizeOf(fact.value));
  const tally = (isOf: (disposed: Disposed) => boolean): FactTally => {
    const own = disposed.flatMap((one, index) => (isOf(one) ? [sizes[index]] : []));
    const sum = addDecimals(own.filter((size): size is Decimal => size !== undefined));
    return { rows: own.length, sum: formatDecimal(sum) };
  };
  const quarantined = disposed.filter(({ disposition }) => disposition === 'quarantined');
  const codes = quarantined.flatMap(({ refusals }) => [...new Set(refusals.map(({ code }) => code))]);
  const dispositions = DISPOSITIONS.map((name) => [name, tally(({ disposition }) => disposition === name)]);
  return {
    file,
    batch,
    received: tally(() => true),
    dispositions: Object.fromEntries(dispositions) as FactSummary['dispositions'],
    reasons: Object.fromEntries(
      [...Map.groupBy(codes.sort(), (code) => code)].map(([code, all]) => [code, all.length]),
    ),
    quarantined: quarantined.slice(0, SHOWN).map(({ row, refusals }) => ({ row, refusals })),
  };
}

async function audit(ports: Ports, tx: Tx, kind: FactKind, summary: FactSummary, actor: Actor, at: Date) {
  const { file, batch, received: all, dispositions, reasons } = summary;
  const body = { name: file.name, sha256: file.sha256, received: all, dispositions, reasons };
  await tx.audit.write({
    id: ports.ids.next(),
    at,
    actor,
    action: `import.${kind}`,
    object: file.id,
    batch,
    body,
  });
}

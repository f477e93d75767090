import type { Agreement } from '../../core/agreement/agreement.ts';
import type { LocalDate } from '../../core/calendar/localDate.ts';
import type { Window } from '../../core/calendar/window.ts';
import type { StateTally } from '../../core/cell/cell.ts';
import { adjusted } from '../../core/earning/adjusted.ts';
import type { Adjustment } from '../../core/earning/adjustment.ts';
import { apportion, type LineShare } from '../../core/earning/apportion.ts';
import { earn } from '../../core/earning/earn.ts';
import type { Earning } from '../../core/earning/earning.ts';
import { NOBODY_ELSE, type Others } from '../../core/earning/others.ts';
import { type Disposition, type FiledLine, type KnownLines, knownLines } from '../../core/fact/knownLines.ts';
import type { Line } from '../../core/fact/line.ts';
import { type Master, NO_MASTER } from '../../core/master/master.ts';
import { compilePlan } from '../../core/plan/compilePlan.ts';
import { type Refusal, refuse } from '../../core/refusal/refusals.ts';
import { execute } from '../../engine/simple/execute.ts';
import type { ReceivedRow } from '../ports.ts';
import { accountKey } from './accountKey.ts';

/** A calculation without a database: all that it depends on comes with it. */
export type FileCalculation = {
  readonly agreement: Agreement;
  /** In the order in which they are given. */
  readonly files: readonly LineFileRows[];
  /** Undefined: lines go by their own codes and attributes alone, and no partner or product is unknown. */
  readonly master?: Master;
  readonly effective: LocalDate;
  /** Lines that became known later are left out; undefined: all are known. */
  readonly known?: LocalDate;
  /** Approved amounts beside the terms. */
  readonly adjustments?: readonly Adjustment[];
  /** What is booked already; undefined: no difference is asked for. */
  readonly booked?: readonly BookedAmount[];
};

/** The rows of a file; `sha256` is of its bytes, and tells whether it is one that is sent again. */
export type LineFileRows = { readonly sha256: string; readonly rows: readonly ReceivedRow[] };

/** What somebody has booked on an account, in minor units of the agreement's currency. */
export type BookedAmount = {
  readonly account: {
    readonly term: string;
    readonly partner: string;
    readonly window: Window;
    readonly currency: string;
  };
  readonly bookedMinor: bigint;
};

/** An earning, and the difference to what is booked where that was given. */
export type CalculatedEarning = {
  readonly earning: Earning;
  readonly shares: readonly LineShare[];
  readonly difference?: { readonly bookedMinor: bigint; readonly deltaMinor: bigint };
};

export type CalculatedLines = {
  readonly earnings: readonly CalculatedEarning[];
  /** Booked accounts that nothing supports any more: their amount is to be taken back. */
  readonly unsupported: readonly BookedAmount[];
  /** Every row ended in one of these. */
  readonly rows: Readonly<Record<Disposition, number>>;
  readonly refusals: readonly Refusal[];
  /** Every known line is in one tally of each term. */
  readonly tallies: readonly StateTally[];
  readonly lines: readonly Line[];
};

/** The same plan, cells and money as on the database, over the lines of files. */
export function calculateLines(input: FileCalculation): CalculatedLines {
  const known = knownOf(input, input.known);
  const { earnings, tallies } = calculateKnownLines(input, known.lines);
  const { booked } = input;
  const balances =
    booked && new Map(booked.map(({ account, bookedMinor }) => [accountKey(account), bookedMinor]));
  const keys = new Set(earnings.map(({ earning }) => keyOf(earning)));
  return {
    earnings: earnings.map((entry) => ({
      ...entry,
      ...(balances && { difference: differenceTo(balances, entry.earning) }),
    })),
    unsupported: (booked ?? []).filter(
      ({ account, bookedMinor }) => !keys.has(accountKey(account)) && bookedMinor !== 0n,
    ),
    rows: rowTally(known.dispositions, input.files),
    refusals: [...refusalsOf(input.files), ...known.refusals],
    tallies,
    lines: known.lines,
  };
}

/** The lines of files as known at the end of a day; with master data, who is not in it is left out. */
export function knownOf(
  input: Pick<FileCalculation, 'files' | 'master'>,
  known: LocalDate | undefined,
): KnownLines {
  return knownLines(typedRows(input), known);
}

/** Earnings and shares over lines that are known once each. */
export function calculateKnownLines(
  {
    agreement,
    master = NO_MASTER,
    effective,
    adjustments = [],
  }: Pick<FileCalculation, 'agreement' | 'master' | 'effective' | 'adjustments'>,
  lines: readonly Line[],
  others: Others = NOBODY_ELSE,
): Pick<CalculatedLines, 'earnings' | 'tallies'> {
  const plan = compilePlan(agreement, master);
  const context = { master, effective };
  const cells = execute(plan, lines, context);
  const ofPartner = Map.groupBy(lines, (line) => line.partner);
  const calculated = earn(plan, cells, context, others);
  const earnings = adjusted(plan, calculated, adjustments, context).map((earning) => {
    const planned = plan.terms.find(({ id }) => id === earning.term);
    const own = ofPartner.get(earning.partner) ?? [];
    return { earning, shares: planned === undefined ? [] : apportion(earning, planned, own, context) };
  });
  return { earnings, tallies: cells.tallies };
}

function keyOf(earning: Earning): string {
  return accountKey({ ...earning, currency: earning.amount.currency });
}

function differenceTo(booked: ReadonlyMap<string, bigint>, earning: Earning) {
  const bookedMinor = booked.get(keyOf(earning)) ?? 0n;
  return { bookedMinor, deltaMinor: earning.amount.minor - bookedMinor };
}

function typedRows({ files, master }: Pick<FileCalculation, 'files' | 'master'>): FiledLine[] {
  return files.flatMap(({ sha256, rows }, file) =>
    rows.flatMap(({ row, document, parsed }) => {
      if (!('line' in parsed)) return [];
      const { line } = parsed;
      const refusals = master ? unknownOf(line, row, master) : [];
      return [{ file, document: sha256, row, line, isByOccurrence: document !== undefined, refusals }];
    }),
  );
}

/** As an import into the database has it: whoever is not in the master data is not guessed at. */
function unknownOf({ partner, product }: Line, row: number, master: Master): Refusal[] {
  const facts = (value: string) => ({ row: String(row), value });
  return [
    ...(master.partners.has(partner) ? [] : [refuse('line-partner-unknown', 'partner', facts(partner))]),
    ...(master.products.has(product) ? [] : [refuse('line-product-unknown', 'product', facts(product))]),
  ];
}

/** Why rows of files are no lines. */
export function refusalsOf(files: FileCalculation['files']): Refusal[] {
  return files.flatMap(({ rows }) =>
    rows.flatMap(({ parsed }) => ('refusals' in parsed ? parsed.refusals : [])),
  );
}

function rowTally(
  dispositions: readonly Disposition[],
  files: FileCalculation['files'],
): Record<Disposition, number> {
  const tally = { accepted: 0, duplicate: 0, superseded: 0, quarantined: 0 };
  for (const disposition of dispositions) tally[disposition] += 1;
  for (const { rows } of files) tally.quarantined += rows.filter(({ parsed }) => 'refusals' in parsed).length;
  return tally;
}

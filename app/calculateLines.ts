import type { Agreement } from '../core/agreement/agreement.ts';
import type { LocalDate } from '../core/calendar/localDate.ts';
import type { Window } from '../core/calendar/window.ts';
import type { StateTally } from '../core/cell/cell.ts';
import { apportion, type LineShare } from '../core/earning/apportion.ts';
import { earn } from '../core/earning/earn.ts';
import type { Earning } from '../core/earning/earning.ts';
import { type Disposition, type FiledLine, knownLines } from '../core/fact/knownLines.ts';
import type { Line } from '../core/fact/line.ts';
import type { Master } from '../core/master/master.ts';
import { compilePlan } from '../core/plan/compilePlan.ts';
import type { Refusal } from '../core/refusal/refusals.ts';
import { execute } from '../engine/simple/execute.ts';
import type { ReceivedRow } from './ports.ts';
import { accountKey } from './targetLayers.ts';

/** A calculation without a database: all that it depends on comes with it. */
export type FileCalculation = {
  readonly agreement: Agreement;
  /** The rows of each file, in the order in which the files are given. */
  readonly files: readonly (readonly ReceivedRow[])[];
  readonly master: Master;
  readonly effective: LocalDate;
  /** Lines that became known later are left out; undefined: all are known. */
  readonly known?: LocalDate;
  /** What is booked already; undefined: no difference is asked for. */
  readonly booked?: readonly BookedAmount[];
};

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
  const { agreement, master, effective } = input;
  const typed = typedRows(input.files);
  const known = knownLines(typed, input.known);
  const plan = compilePlan(agreement);
  const cells = execute(plan, known.lines, { master, effective });
  const earned = earn(agreement, cells.cells);
  const { booked } = input;
  const balances =
    booked && new Map(booked.map(({ account, bookedMinor }) => [accountKey(account), bookedMinor]));
  const keys = new Set(earned.map(keyOf));
  const ofPartner = Map.groupBy(known.lines, (line) => line.partner);
  return {
    earnings: earned.map((earning) => {
      const term = plan.terms.find(({ id }) => id === earning.term);
      const lines = ofPartner.get(earning.partner) ?? [];
      const shares = term === undefined ? [] : apportion(earning, term, lines, { master, effective });
      return { earning, shares, ...(balances && { difference: differenceTo(balances, earning) }) };
    }),
    unsupported: (booked ?? []).filter(
      ({ account, bookedMinor }) => !keys.has(accountKey(account)) && bookedMinor !== 0n,
    ),
    rows: rowTally(known.dispositions, input.files),
    refusals: [...refusalsOf(input.files), ...known.refusals],
    tallies: cells.tallies,
    lines: known.lines,
  };
}

function keyOf(earning: Earning): string {
  return accountKey({ ...earning, currency: earning.amount.currency });
}

function differenceTo(booked: ReadonlyMap<string, bigint>, earning: Earning) {
  const bookedMinor = booked.get(keyOf(earning)) ?? 0n;
  return { bookedMinor, deltaMinor: earning.amount.minor - bookedMinor };
}

function typedRows(files: FileCalculation['files']): FiledLine[] {
  return files.flatMap((rows, file) =>
    rows.flatMap(({ row, parsed }) => ('line' in parsed ? [{ file, row, line: parsed.line }] : [])),
  );
}

function refusalsOf(files: FileCalculation['files']): Refusal[] {
  return files.flat().flatMap(({ parsed }) => ('refusals' in parsed ? parsed.refusals : []));
}

function rowTally(
  dispositions: readonly Disposition[],
  files: FileCalculation['files'],
): Record<Disposition, number> {
  const tally = { accepted: 0, duplicate: 0, superseded: 0, quarantined: 0 };
  for (const disposition of dispositions) tally[disposition] += 1;
  tally.quarantined += files.flat().filter(({ parsed }) => 'refusals' in parsed).length;
  return tally;
}

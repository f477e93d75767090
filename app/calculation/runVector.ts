import { decodeAgreement } from '../../core/agreement/decodeAgreement.ts';
import type { LocalDate } from '../../core/calendar/localDate.ts';
import { formatDate } from '../../core/calendar/localDate.ts';
import { exactText } from '../../core/explanation/operands.ts';
import { parseLine } from '../../core/fact/parseLine.ts';
import { moneyText } from '../../core/money/money.ts';
import { masterOf } from '../masterOf.ts';
import type { MasterRow, ReceivedRow } from '../ports.ts';
import { type CalculatedEarning, type CalculatedLines, calculateLines } from './calculateLines.ts';

/** What a vector expects of one partner and window; what is left out is not looked at. */
export type ExpectedEarning = {
  readonly term: string;
  readonly partner: string;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly amount: string;
  readonly exact?: string;
  readonly tier?: number;
  /** The share of each line that has one, by "document/line". */
  readonly lines?: Readonly<Record<string, string>>;
  /** How many lines the amount is incomplete without. */
  readonly blocked?: number;
};

/**
 * One published example of the format: an agreement, lines and master data, and the earnings that
 * every engine must find, or the codes that it must refuse the agreement with.
 */
export type Vector = {
  readonly id: string;
  readonly mechanism: string;
  /** Where the figures come from: a publication, a rule of the format, an invariant. */
  readonly source: string;
  readonly note?: string;
  readonly agreement: unknown;
  /** Each line as columns and texts, as in a file of lines. */
  readonly lines: readonly Readonly<Record<string, string>>[];
  readonly master?: readonly MasterRow[];
  readonly effective: LocalDate;
  readonly known?: LocalDate;
  readonly expect:
    | { readonly earnings: readonly ExpectedEarning[] }
    | { readonly refused: readonly string[] };
};

/** What was found instead; nothing where the vector holds. */
export type VectorOutcome = { readonly id: string; readonly differences: readonly string[] };

/**
 * Runs one vector. Earnings that it does not name must be zero; lines that cannot be read are a
 * difference, too.
 */
export function runVector(vector: Vector): VectorOutcome {
  const agreement = decodeAgreement(vector.agreement);
  if (!agreement.ok) return { id: vector.id, differences: refusedInstead(vector, agreement.refusals) };
  const { expect } = vector;
  if ('refused' in expect)
    return { id: vector.id, differences: [`accepted, not ${expect.refused.join(', ')}`] };
  const result = calculateLines({
    agreement: agreement.value,
    files: [{ sha256: vector.id, rows: vector.lines.map(receivedRow) }],
    ...(vector.master && { master: masterOf(vector.master) }),
    effective: vector.effective,
    ...(vector.known !== undefined && { known: vector.known }),
  });
  const unread = result.refusals.map(({ code, at, facts }) => `line ${facts.row ?? '?'}: ${code} at ${at}`);
  return { id: vector.id, differences: [...unread, ...differencesOf(result, expect.earnings)] };
}

function refusedInstead({ expect }: Vector, refusals: readonly { code: string; at: string }[]): string[] {
  const found = refusals.map(({ code }) => code);
  if (!('refused' in expect)) return refusals.map(({ code, at }) => `refused: ${code} at ${at}`);
  const missing = expect.refused.filter((code) => !found.some((other) => other === code));
  return missing.map((code) => `not refused with ${code}, but with ${found.join(', ')}`);
}

function receivedRow(texts: Readonly<Record<string, string>>, index: number): ReceivedRow {
  const line = parseLine(texts);
  const row = index + 1;
  return {
    row,
    texts: Object.values(texts),
    parsed: line.ok ? { line: line.value } : { refusals: line.refusals },
  };
}

function differencesOf(result: CalculatedLines, expected: readonly ExpectedEarning[]): string[] {
  const left = new Map(result.earnings.map((entry) => [placeOf(entry), entry]));
  const differences = expected.flatMap((entry) => {
    const place = [entry.term, entry.partner, entry.firstDay, entry.lastDay].join(' ');
    const found = left.get(place);
    left.delete(place);
    return found === undefined
      ? [`${place}: nothing instead of ${entry.amount}`]
      : compared(place, found, entry);
  });
  const unexpected = [...left].filter(([, { earning }]) => earning.amount.minor !== 0n);
  return [
    ...differences,
    ...unexpected.map(
      ([place, { earning }]) => `${place}: ${moneyText(earning.amount)} that nothing expects`,
    ),
  ];
}

function placeOf({ earning }: CalculatedEarning): string {
  const { from, until } = earning.window;
  return [earning.term, earning.partner, formatDate(from), formatDate(until - 1)].join(' ');
}

function compared(
  place: string,
  { earning, shares }: CalculatedEarning,
  expected: ExpectedEarning,
): string[] {
  const { currency } = earning.amount;
  const pairs: [string, string | undefined, string][] = [
    ['amount', expected.amount, moneyText(earning.amount)],
    ['exact', expected.exact, exactText(earning.exact)],
    ['tier', expected.tier?.toString(), String(earning.result.reached.tier)],
    ['blocked', expected.blocked?.toString(), String(earning.blocked.lines)],
  ];
  const ofLine = new Map(
    shares.map(({ line, shareMinor = 0n }) => [
      `${line.document}/${line.line}`,
      moneyText({ minor: shareMinor, currency }),
    ]),
  );
  for (const [key, share] of Object.entries(expected.lines ?? {})) {
    pairs.push([`line ${key}`, share, ofLine.get(key) ?? 'none']);
  }
  return pairs.flatMap(([what, wanted, found]) =>
    wanted === undefined || wanted === found ? [] : [`${place}: ${what} ${found} instead of ${wanted}`],
  );
}

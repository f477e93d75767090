import type { Agreement } from '../../core/agreement/agreement.ts';
import { decodeAgreement } from '../../core/agreement/decodeAgreement.ts';
import { type BulkRow, bulkRow } from '../../core/lifecycle/bulkRow.ts';
import { cappedValue } from '../../core/lifecycle/cappedValue.ts';
import { nextPeriod, renewedText } from '../../core/lifecycle/renewedText.ts';
import type { Members } from '../../core/lifecycle/textPath.ts';
import { accept, type Refusal, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { canonicalJson } from '../../core/text/canonicalJson.ts';
import { edited } from '../agreements/amendAgreement.ts';
import type { ValueToName } from '../agreements/submitProposal.ts';
import type { StoredAgreement, Tx } from '../ports.ts';

/** One row of a spreadsheet as it was read. */
export type BulkTexts = { readonly row: number; readonly texts: Readonly<Record<string, string>> };

/** What would become of a row. */
export type BulkOutcome = {
  readonly row: number;
  readonly code: string;
} & (
  | { readonly outcome: 'refused'; readonly refusals: readonly Refusal[] }
  | { readonly outcome: 'unchanged'; readonly agreement: Agreement }
  | {
      readonly outcome: 'created' | 'renewed';
      readonly agreement: Agreement;
      readonly parsed: Members;
      readonly madeFrom: { readonly code: string; readonly version: number };
      readonly value: ValueToName;
    }
);

/**
 * What would become of each row, and why some cannot be taken; reads and writes nothing. A row whose
 * agreement is there already with the same text changes nothing.
 * Refuses, per row: those of bulkRow, bulk-row-repeated, agreement-not-found, renewal-period-needed,
 * agreement-path-unknown, those of decodeAgreement, agreement-id-taken, bulk-in-review,
 * proposal-not-capped.
 */
export async function planBulk(tx: Tx, rows: readonly BulkTexts[]): Promise<BulkOutcome[]> {
  const batch = await tx.batches.last();
  const known = new Map((await tx.agreements.allKnownAt(batch)).map((stored) => [stored.code, stored]));
  const inReview = new Set((await tx.proposals.list({ state: 'inReview' })).map(({ code }) => code));
  const first = new Map<string, number>();
  return rows.map(({ row, texts }) => {
    const read = bulkRow(row, texts);
    const code = texts.agreement ?? '';
    if (!read.ok) return { row, code, outcome: 'refused', refusals: read.refusals };
    const earlier = first.get(code);
    first.set(code, earlier ?? row);
    if (earlier !== undefined)
      return refusedRow(read.value, refuse('bulk-row-repeated', '', { first: String(earlier) }));
    if (inReview.has(code)) return refusedRow(read.value, refuse('bulk-in-review', '', { id: code }));
    return planned(read.value, known);
  });
}

function planned(entry: BulkRow, known: ReadonlyMap<string, StoredAgreement>): BulkOutcome {
  const from = known.get(entry.from);
  if (from === undefined) return refusedRow(entry, refuse('agreement-not-found', '', { id: entry.from }));
  const text = textOf(entry, from);
  if (!text.ok) return refusedRow(entry, ...text.refusals);
  const decoded = decodeAgreement(text.value);
  if (!decoded.ok) return refusedRow(entry, ...decoded.refusals);
  const { row, code } = entry;
  const agreement = decoded.value;
  const there = known.get(code);
  if (there !== undefined) {
    if (there.text === canonicalJson(text.value)) return { row, code, outcome: 'unchanged', agreement };
    return refusedRow(entry, refuse('agreement-id-taken', '', { id: code }));
  }
  if (entry.value === undefined && cappedValue(agreement) === undefined) {
    return refusedRow(entry, refuse('proposal-not-capped', 'value'));
  }
  return {
    row,
    code,
    outcome: entry.kind === 'renewal' ? 'renewed' : 'created',
    agreement,
    parsed: text.value,
    madeFrom: { code: from.code, version: from.version },
    value: entry.value === undefined ? { of: 'capped' } : { of: 'expected', amount: entry.value },
  };
}

function textOf({ code, period: given, edits }: BulkRow, from: StoredAgreement): Result<Members> {
  const period = given === undefined ? nextPeriod(from.agreement) : accept(given);
  if (!period.ok) return period;
  return edited(renewedText(JSON.parse(from.text) as Members, code, period.value), edits);
}

/** Every reason with the row that it is about. */
function refusedRow({ row, code }: BulkRow, ...refusals: readonly Refusal[]): BulkOutcome {
  const placed = refusals.map((no) => ({
    ...no,
    at: no.at === '' ? `row ${row}` : `row ${row}, ${no.at}`,
    facts: { ...no.facts, row: String(row) },
  }));
  return { row, code, outcome: 'refused', refusals: placed };
}

/** All reasons against a file, or that there is none. */
export function refusalsOf(outcomes: readonly BulkOutcome[]): Result<undefined> {
  const refusals = outcomes.flatMap((entry) => (entry.outcome === 'refused' ? entry.refusals : []));
  return refusals.length === 0 ? accept(undefined) : refused(...refusals);
}

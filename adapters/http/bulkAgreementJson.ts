import { z } from 'zod';
import type { BulkEntry, CountedBulk } from '../../app/ports/bulkStore.ts';
import type { BulkOutcome } from '../../app/yearEnd/planBulk.ts';
import { PROPOSAL_STATES } from '../../core/lifecycle/proposalState.ts';
import type { Language } from '../../core/wording/language.ts';
import { termsInShort } from '../../core/wording/terms/termsInShort.ts';
import { refusalSchema, refusalsJson } from './refusalJson.ts';

const OUTCOMES = ['created', 'renewed', 'unchanged', 'refused'] as const;
const count = z.int().min(0);

const planSchema = z.strictObject({ created: count, renewed: count, unchanged: count, refused: count });

export const outcomeSchema = z.strictObject({
  row: z.int().min(1),
  agreement: z.string(),
  outcome: z.enum(OUTCOMES),
  terms: z.exactOptional(z.string().describe('what its terms say, in short')),
  refusals: z.exactOptional(z.array(refusalSchema)),
});

export const bulkPlanSchema = z.strictObject({ plan: planSchema, rows: z.array(outcomeSchema) });
export const submittedBulkSchema = z.strictObject({ id: z.uuid(), plan: planSchema });

export const bulkSchema = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  sha256: z.string(),
  rows: count,
  submittedBy: z.string(),
  submittedAt: z.iso.datetime(),
  states: z.partialRecord(z.enum(PROPOSAL_STATES), count).describe('how many of its agreements stand where'),
});

export const bulkEntrySchema = z.strictObject({
  row: z.int().min(1),
  agreement: z.string(),
  proposal: z.uuid(),
  state: z.enum(PROPOSAL_STATES),
  submission: count,
  version: z.int().min(1).nullable().describe('the version that it became'),
});

export function planJson(outcomes: readonly BulkOutcome[]) {
  const of = (wanted: (typeof OUTCOMES)[number]) =>
    outcomes.filter(({ outcome }) => outcome === wanted).length;
  return {
    created: of('created'),
    renewed: of('renewed'),
    unchanged: of('unchanged'),
    refused: of('refused'),
  };
}

export function outcomeJson(entry: BulkOutcome, language: Language) {
  const { row, code: agreement, outcome } = entry;
  if (entry.outcome === 'refused') {
    return { row, agreement, outcome, refusals: refusalsJson(entry.refusals, language) };
  }
  return { row, agreement, outcome, terms: termsInShort(entry.agreement, language) };
}

export function bulkJson({ id, name, sha256, rows, submittedBy, submittedAt, states }: CountedBulk) {
  return { id, name, sha256, rows, submittedBy, submittedAt: submittedAt.toISOString(), states };
}

/** How many agreements stand where. */
export function statesOf(entries: readonly BulkEntry[]): CountedBulk['states'] {
  const byState = [...Map.groupBy(entries, ({ state }) => state)];
  return Object.fromEntries(byState.map(([state, group]) => [state, group.length]));
}

export function bulkEntryJson({ row, code: agreement, proposal, state, submission, version }: BulkEntry) {
  return { row, agreement, proposal, state, submission, version: version ?? null };
}

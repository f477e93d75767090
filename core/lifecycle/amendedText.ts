import type { Termination } from '../agreement/agreement.ts';
import { formatDate } from '../calendar/localDate.ts';
import type { Json } from '../text/canonicalJson.ts';
import { textChanges } from './textChanges.ts';
import { isMembers, type Members } from './textPath.ts';

/** What a proposal is for. A new agreement has no text in force; a renewal and a clone begin another one. */
export const PROPOSAL_KINDS = ['new', 'clone', 'renewal', 'version', 'supplement', 'termination'] as const;
export type ProposalKind = (typeof PROPOSAL_KINDS)[number];

/** The text with an end before its last day. */
export function terminatedText(text: Members, { lastDay, openWindows }: Termination): Members {
  return { ...text, termination: { lastDay: formatDate(lastDay), openWindows } };
}

/** The text with one more supplement of a term; undefined where it has no such term. */
export function supplementedText(text: Members, term: string, supplement: Json): Members | undefined {
  const terms = Array.isArray(text.terms) ? (text.terms as readonly Json[]) : [];
  const place = terms.findIndex((entry) => isMembers(entry) && entry.id === term);
  const found = terms[place] as Members | undefined;
  if (found === undefined) return undefined;
  const known = Array.isArray(found.supplements) ? (found.supplements as readonly Json[]) : [];
  return { ...text, terms: terms.with(place, { ...found, supplements: [...known, supplement] }) };
}

/** Names and remarks say the same in other words; no amount depends on them. */
const WORDS = /^name\.|(^|\.)words$/;
const SUPPLEMENT = /^terms\[[^\]]*\]\.supplements(\[[^\]]*\])?$/;
const TERMINATION = /^termination(\.|$)/;

/**
 * The places at which a text changes more than its kind of amendment may: a supplement adds
 * supplements, a termination sets an end; a version may change everything but the id.
 */
export function outsideOfKind(kind: ProposalKind, before: Json, after: Json): readonly string[] {
  const changes = textChanges(before, after).filter(({ path }) => !WORDS.test(path));
  if (kind === 'version') return changes.map(({ path }) => path).filter((path) => path === 'id');
  if (kind === 'termination') {
    return changes.map(({ path }) => path).filter((path) => !TERMINATION.test(path));
  }
  if (kind !== 'supplement') return [];
  const isAddition = ({ path, kind: how, before: old }: (typeof changes)[number]) =>
    SUPPLEMENT.test(path) && (how === 'added' || (how === 'changed' && old === 'none'));
  return changes.filter((change) => !isAddition(change)).map(({ path }) => path);
}

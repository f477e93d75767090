import { decodeAgreement } from '../../agreement/decodeAgreement.ts';
import type { Language } from '../language.ts';
import { agreementTerms } from './agreementTerms.ts';
import type { Clause } from './clause.ts';

/** What two agreements say differently below one heading. */
export type WordChange = {
  /** The headings above, from the outermost on. */
  readonly heading: string;
  readonly removed: readonly string[];
  readonly added: readonly string[];
};

/**
 * What two agreements say differently in plain language, heading by heading; nothing where one of
 * them is no whole agreement yet, such as a draft.
 */
export function wordChanges(before: unknown, after: unknown, language: Language): WordChange[] {
  const [old, now] = [saidIn(before, language), saidIn(after, language)];
  if (old === undefined || now === undefined) return [];
  const headings = new Set([...old.keys(), ...now.keys()]);
  return [...headings].flatMap((heading) => {
    const removed = without(old.get(heading) ?? [], now.get(heading) ?? []);
    const added = without(now.get(heading) ?? [], old.get(heading) ?? []);
    return removed.length + added.length === 0 ? [] : [{ heading, removed, added }];
  });
}

/** The sentences of an agreement by the headings above them. */
function saidIn(text: unknown, language: Language): ReadonlyMap<string, readonly string[]> | undefined {
  const agreement = decodeAgreement(text);
  if (!agreement.ok) return undefined;
  const said = new Map<string, string[]>();
  const collect = (clause: Clause, above: readonly string[]): void => {
    if (clause.kind === 'sentence') {
      const heading = above.join(' › ');
      said.set(heading, [...(said.get(heading) ?? []), clause.text]);
    }
    const below = clause.kind === 'heading' ? [...above, clause.text] : above;
    for (const part of clause.parts) collect(part, below);
  };
  for (const part of agreementTerms(agreement.value, language).parts) collect(part, []);
  return said;
}

/** The sentences that the others lack, counted: one that stands twice here and once there is one too many. */
function without(sentences: readonly string[], others: readonly string[]): string[] {
  const left = [...others];
  return sentences.filter((sentence) => {
    const place = left.indexOf(sentence);
    if (place !== -1) left.splice(place, 1);
    return place === -1;
  });
}

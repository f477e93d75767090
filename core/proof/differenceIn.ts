import { canonicalJson, type Json } from '../text/canonicalJson.ts';
import type { ProvenEarning } from './proof.ts';

/**
 * Where two versions of one earning differ first: `amount`, `exact`, the share of a line, or a step
 * of the explanation by the kinds of steps that lead to it. Undefined where they are the same.
 */
export function differenceIn(a: ProvenEarning, b: ProvenEarning): string | undefined {
  if (isSame(a, b)) return undefined;
  if (a.exact !== b.exact) return 'exact';
  if (a.amount !== b.amount) return 'amount';
  const share = a.shares.findIndex((entry, index) => !isSame(entry, b.shares[index]));
  const at = a.shares[share] ?? b.shares[a.shares.length];
  if (at !== undefined) return `share ${at.document}/${at.line}`;
  return stepPath(a.explanation, b.explanation);
}

type Steps = ProvenEarning['explanation'];

function stepPath(a: Steps, b: Steps): string {
  const inner = a.steps.findIndex((entry, index) => !isSame(entry, b.steps[index]));
  const [mine, other] = [a.steps[inner], b.steps[inner]];
  if (mine === undefined || other === undefined) return a.kind;
  return `${a.kind}.${stepPath(mine, other)}`;
}

function isSame(a: unknown, b: unknown): boolean {
  return b !== undefined && canonicalJson(a as Json) === canonicalJson(b as Json);
}

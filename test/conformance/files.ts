import { formulaVectors } from './formulaVectors.ts';
import { storyVectors } from './storyVectors.ts';
import { termVectors } from './termVectors.ts';
import { totalVectors } from './totalVectors.ts';
import type { VectorText } from './vectorFile.ts';

/** The published files and what stands in them. */
export const FILES: Readonly<Record<string, () => VectorText[]>> = {
  'formulas.json': formulaVectors,
  'stories.json': storyVectors,
  'terms.json': termVectors,
  'totals.json': totalVectors,
};

export function fileText(name: string): string {
  const vectors = FILES[name]?.() ?? [];
  return `${JSON.stringify({ format: 'openrebate-conformance/v1', vectors }, null, 1)}\n`;
}

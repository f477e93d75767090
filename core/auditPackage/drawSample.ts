import { hex } from '../text/hex.ts';
import { utf8 } from '../text/utf8.ts';

/**
 * Some of a population, drawn by a seed that somebody else names: those with the smallest hashes of seed and
 * id. The same seed draws the same, in whatever order the population comes, and nobody can steer what is
 * drawn without knowing the seed. Gives as many as there are where fewer than `size` are.
 */
export function drawSample<T extends { readonly id: string }>(
  population: readonly T[],
  { size, seed }: { readonly size: number; readonly seed: string },
  sha256: (bytes: Uint8Array) => Uint8Array,
): readonly T[] {
  return population
    .map((one) => ({ one, hash: hex(sha256(utf8(`${seed}\n${one.id}`))) }))
    .sort((a, b) => (a.hash < b.hash ? -1 : a.hash > b.hash ? 1 : 0))
    .slice(0, size)
    .map(({ one }) => one);
}

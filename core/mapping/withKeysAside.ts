import { bestOf, leftOut, type ReadColumn } from './candidate.ts';
import { ASIDE } from './meaning.ts';
import type { Notion } from './notion.ts';

const LIKELY = 70;

/** Of an id and a number of the same thing the id is the key of a record, which nobody outside knows. */
export function withKeysAside(columns: readonly ReadColumn[]): readonly ReadColumn[] {
  return columns.map((column) => {
    const field = bestOf(column).field;
    const isBeside = columns.some(
      (other) => isNumberOfSame(column.notions, other.notions) && mayBe(other, field),
    );
    return isBeside ? leftOut(column, LIKELY - 1) : column;
  });
}

function isNumberOfSame(key: readonly Notion[], number: readonly Notion[]): boolean {
  if (!key.includes('key') || number.includes('key') || !number.includes('number')) return false;
  const of = (notions: readonly Notion[]) =>
    [...new Set(notions)].filter((one) => one !== 'key' && one !== 'code').sort();
  return of(key).length > 1 && of(key).join() === of(number).join();
}

function mayBe({ candidates }: ReadColumn, field: string | undefined): boolean {
  return candidates.some((one) => one.field === field && one.field !== ASIDE && one.points >= LIKELY);
}

import type { Answer } from '../../../api/answer.ts';
import type { BarPart } from '../ReconciliationBar.tsx';

type Imported = Pick<Answer<'getImport'>, 'standing' | 'terms'> & {
  readonly import: Pick<Answer<'getImport'>['import'], 'kind' | 'rows' | 'open' | 'ended' | 'undone'>;
};

export type End = {
  readonly end:
    | 'counted'
    | 'comesIn'
    | 'excluded'
    | 'unseen'
    | 'blocked'
    | 'replaced'
    | 'known'
    | 'older'
    | 'repaired'
    | 'dismissed'
    | 'waits';
  readonly count: number;
  readonly meaning: BarPart['meaning'];
  /** Where it opens: the list of lines, or a part of this page. */
  readonly opens?: 'lines' | 'terms' | 'waiting';
};

/** Where each row that was read is now; they add up to all that were read. */
export function endsOf({ import: stored, standing, terms }: Imported): {
  readonly total: number;
  readonly ends: readonly End[];
} {
  const { rows, ended, open, kind, undone } = stored;
  const of = (name: keyof typeof rows) => rows[name];
  const total = of('accepted') + of('duplicate') + of('superseded') + of('quarantined');
  const { counted, excluded, blocked } = standing;
  const isLines = kind === 'lines' && undone === null;
  const stands = isLines ? counted + excluded + blocked : of('accepted');
  const all: readonly End[] = [
    isLines
      ? { end: 'counted', count: counted, meaning: 'good', opens: 'lines' }
      : { end: 'comesIn', count: undone === null ? stands : 0, meaning: 'good' },
    { end: 'blocked', count: isLines ? blocked : 0, meaning: 'bad', opens: 'terms' },
    {
      end: terms.length === 0 ? 'unseen' : 'excluded',
      count: isLines ? excluded : 0,
      meaning: terms.length === 0 ? 'information' : 'neutral',
      opens: 'terms',
    },
    {
      end: 'replaced',
      count: undone === null ? Math.max(0, of('accepted') - stands) : of('accepted'),
      meaning: 'neutral',
    },
    { end: 'known', count: of('duplicate'), meaning: 'neutral' },
    { end: 'older', count: of('superseded'), meaning: 'neutral' },
    {
      end: 'repaired',
      count: putRightOf(ended),
      meaning: 'good',
    },
    { end: 'dismissed', count: ended.dismissed, meaning: 'neutral' },
    { end: 'waits', count: open, meaning: 'attention', opens: 'waiting' },
  ];
  return { total, ends: all.filter(({ count }) => count > 0) };
}

/** Rows that waited once and came in since: they stay rows of the import that they came with. */
export function putRightOf({ repaired, replayed, arrived }: Imported['import']['ended']): number {
  return repaired + replayed + arrived;
}

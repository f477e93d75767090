import { type Paging, pagingIn } from '../../shell/paging.ts';
import { textIn, textsIn } from '../../shell/textsIn.ts';

/** What the list shows: exact codes; where its page begins, and how many rows lie before it; whose sheet is open. */
export type Selection = Paging & {
  readonly agreement?: string;
  readonly partner?: string;
  /** Only amounts that lines are missing of. */
  readonly incomplete?: true;
  readonly earning?: string;
  /** Says with agreement and partner whose sheet is open, for who knows no id: the term, and the first day of the window. */
  readonly term?: string;
  readonly firstDay?: string;
  /** The line that is explained by itself. */
  readonly line?: LineName;
  /** The sheet of who qualifies under the agreement is open. */
  readonly who?: boolean;
};

/** Source, document and line. */
export type LineName = readonly [string, string, string];

/** The selection in the address; nonsense counts as the beginning. */
export function selectionIn(search: Record<string, unknown>): Selection {
  const texts = textsIn(search, ['agreement', 'partner', 'earning']);
  const place = textsIn(search, ['term', 'firstDay']);
  const { line, who, incomplete } = search;
  return {
    ...texts,
    ...pagingIn(search),
    ...(incomplete === true && { incomplete }),
    ...(place.term !== undefined && place.firstDay !== undefined && place),
    ...(isLineName(line) && { line: line.map(String) as unknown as LineName }),
    ...(who === true && texts.agreement !== undefined && { who }),
  };
}

/** A place in an agreement, as transfers, claims and flows name it. */
type Place = {
  readonly agreement: string | null;
  readonly partner: string | null;
  readonly term: string | null;
  readonly window: { readonly firstDay: string } | null;
};

/** Where the amount of a place is worked out; undefined where the place is of no agreement. */
export function workedOutAt({ agreement, partner, term, window }: Place): Selection | undefined {
  if (agreement === null || partner === null) return undefined;
  return { agreement, partner, ...(term !== null && window && { term, firstDay: window.firstDay }) };
}

/** The one amount that the selection means, by its id or by its place. */
export function openIn(
  rows: readonly {
    readonly id: string;
    readonly term: string;
    readonly window: { readonly firstDay: string };
  }[],
  { earning, term, firstDay }: Selection,
): string | undefined {
  return earning ?? rows.find((row) => row.term === term && row.window.firstDay === firstDay)?.id;
}

function isLineName(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && value.length === 3 && value.every((part) => textIn(part) !== undefined);
}

import { type Paging, pagingIn } from '../../shell/paging.ts';
import { dayIn, said, textsIn } from '../../shell/textsIn.ts';

/** What the list of lines shows, as the address keeps it. */
export type LineSelection = Paging & {
  readonly from?: string;
  readonly until?: string;
  readonly product?: string;
  readonly document?: string;
  /** The line that is open. */
  readonly opened?: string;
};

export function lineSelectionIn(search: Record<string, unknown>): LineSelection {
  const days = { from: dayIn(search.from), until: dayIn(search.until) };
  return { ...textsIn(search, ['product', 'document', 'opened']), ...said(days), ...pagingIn(search) };
}

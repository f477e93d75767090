import { useSay } from '../../text/ReaderContext.tsx';
import { Pager } from '../../ui/Pager.tsx';
import { moneyTexts } from './texts.ts';

/** How many rows a page of a list has. */
export const PAGE_ROWS = 50;

type Props = {
  readonly count: number;
  readonly next: string | null;
  readonly passed: number | undefined;
  readonly onNext: (page: { readonly cursor: string; readonly passed: number }) => void;
};

/** Turns the pages of a list that does not know how long it is. */
export function ListPager({ count, next, passed = 0, onNext }: Props) {
  const say = useSay(moneyTexts);
  const isWhole = next === null && passed === 0;
  const range = isWhole ? say('rows', { count }) : say('range', { from: passed + 1, to: passed + count });
  return (
    <Pager
      range={range}
      // A cursor only leads on: back is the way back through the pages.
      onPrevious={passed === 0 ? undefined : () => history.back()}
      onNext={next === null ? undefined : () => onNext({ cursor: next, passed: passed + count })}
    />
  );
}

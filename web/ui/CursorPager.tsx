import { useSay } from '../text/ReaderContext.tsx';
import { Pager } from './Pager.tsx';
import { uiTexts } from './texts.ts';

type Props = {
  /** How many rows are shown, and how many lie on the pages before. */
  readonly shown: number;
  readonly passed: number | undefined;
  /** How many there are in all, where that is known. */
  readonly total?: number | undefined;
  /** The cursor of the next page; null at the end. */
  readonly next: string | null;
  readonly onTurn: (page: { readonly cursor: string; readonly passed: number }) => void;
};

/** Turns the pages of a list. A cursor only leads on: back is the way back. */
export function CursorPager({ shown, passed = 0, total, next, onTurn }: Props) {
  const say = useSay(uiTexts);
  const isWhole = next === null && passed === 0;
  const place = { from: passed + 1, to: passed + shown };
  const range = total === undefined ? say('rowsShown', place) : say('rowsOf', { ...place, total });
  return (
    <Pager
      range={isWhole ? say('rows', { count: shown }) : range}
      onPrevious={passed === 0 ? undefined : () => history.back()}
      onNext={next === null ? undefined : () => onTurn({ cursor: next, passed: passed + shown })}
    />
  );
}

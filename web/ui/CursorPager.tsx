import { useSay } from '../text/ReaderContext.tsx';
import { Pager } from './Pager.tsx';
import { uiTexts } from './texts.ts';

type Props = {
  /** How many rows are shown, and how many lie on the pages before. */
  readonly shown: number;
  readonly passed: number;
  /** The cursor of the next page; null at the end. */
  readonly next: string | null;
  readonly onTurn: (page: { readonly cursor: string; readonly passed: number }) => void;
};

/** Turns the pages of a list that does not say how long it is. A cursor only leads on: back is the way back. */
export function CursorPager({ shown, passed, next, onTurn }: Props) {
  const say = useSay(uiTexts);
  const range = say('rowsShown', { from: passed + 1, to: passed + shown });
  return (
    <Pager
      range={range}
      onPrevious={passed === 0 ? undefined : () => history.back()}
      onNext={next === null ? undefined : () => onTurn({ cursor: next, passed: passed + shown })}
    />
  );
}

import { useSay } from '../text/ReaderContext.tsx';
import { Button } from './Button.tsx';
import { Failure } from './Failure.tsx';
import styles from './Pager.module.css';
import { uiTexts } from './texts.ts';

type Props = {
  /** How many rows are shown. */
  readonly shown: number;
  /** Reads on; absent at the end. */
  readonly onMore: (() => void) | undefined;
  readonly isLoading: boolean;
  /** Why reading on has failed. */
  readonly error: unknown;
};

/** Reads on in a list that grows below; at its end it says how long it is. */
export function More({ shown, onMore, isLoading, error }: Props) {
  const say = useSay(uiTexts);
  if (onMore === undefined) return <p className={styles.pager}>{say('rows', { count: shown })}</p>;
  return (
    <>
      {error !== null && <Failure error={error} onRetry={onMore} />}
      <p className={styles.pager}>
        <Button isPending={isLoading} onPress={onMore}>
          {say('more')}
        </Button>
        <span>{say('rowsShown', { from: 1, to: shown })}</span>
      </p>
    </>
  );
}

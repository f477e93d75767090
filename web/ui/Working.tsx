import { useSay } from '../text/ReaderContext.tsx';
import { Button } from './Button.tsx';
import { uiTexts } from './texts.ts';
import { useSeconds } from './useSeconds.ts';
import styles from './Working.module.css';

type Props = {
  /** How far it is, where that is known: `done` of `total` steps. */
  readonly progress?: { readonly done: number; readonly total: number } | undefined;
  /** What it does just now, where that is known. */
  readonly note?: string | undefined;
  /** No longer waits for it; without it that cannot be done. */
  readonly onStop?: () => void;
  /** What the button for that says, where it does more than no longer to wait: a server goes on with what it was asked. */
  readonly stop?: string;
};

/** Of what takes longer than a second: that it is under way, since when, how far it is. Its place is there from the first moment. */
export function Working({ progress, note, onStop, stop }: Props) {
  const say = useSay(uiTexts);
  const seconds = useSeconds(true);
  const isLong = seconds > 0;
  return (
    <div className={styles.working}>
      <span role="status">{isLong && say('working')}</span>
      {/* Counted for the eye alone: read out, it would be said every second. */}
      {isLong && <span aria-hidden="true">{say('since', { seconds })}</span>}
      {isLong && progress !== undefined && (
        <>
          <progress aria-label={say('working')} value={progress.done} max={progress.total} />
          <span>{say('stepsOf', progress)}</span>
        </>
      )}
      {isLong && note !== undefined && <span>{note}</span>}
      {isLong && onStop !== undefined && (
        <Button kind="quiet" onPress={onStop}>
          {stop ?? say('stop')}
        </Button>
      )}
    </div>
  );
}

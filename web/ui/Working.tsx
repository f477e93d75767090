import { useSay } from '../text/ReaderContext.tsx';
import { Button } from './Button.tsx';
import { uiTexts } from './texts.ts';
import { useSeconds } from './useSeconds.ts';
import styles from './Working.module.css';

type Props = {
  /** How far it is, where that is known: `done` of `total` steps. */
  readonly progress?: { readonly done: number; readonly total: number } | undefined;
  /** Gives it up; without it that cannot be done. */
  readonly onStop?: () => void;
};

/** Of what takes longer than a second: that it is under way, since when, how far it is. Its place is there from the first moment. */
export function Working({ progress, onStop }: Props) {
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
      {isLong && onStop !== undefined && (
        <Button kind="quiet" onPress={onStop}>
          {say('stop')}
        </Button>
      )}
    </div>
  );
}

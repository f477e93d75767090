import { useEffect } from 'react';
import { useSay } from '../../text/ReaderContext.tsx';
import { useTrialPlace } from '../../trial/useTrial.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './Tour.module.css';
import { goTo, useStop } from './tourState.ts';
import { tourTexts } from './tourTexts.ts';
import { STOPS, useWay } from './useWay.ts';

/** What is open above the page has the Escape key first. */
const ABOVE = '[role=dialog],[role=alertdialog],[role=menu],[role=listbox]';

/** Six stops through the sandbox, each with one thing to do; beside the work, which goes on under it. */
export function Tour() {
  const stop = useStop();
  const place = useTrialPlace();
  const name = STOPS[stop ?? -1];
  return place === 'sandbox' && stop !== undefined && name !== undefined ? (
    <Stop stop={stop} name={name} />
  ) : null;
}

function Stop({ stop, name }: { readonly stop: number; readonly name: (typeof STOPS)[number] }) {
  const say = useSay(tourTexts);
  const { show, isPending } = useWay(name);
  const isLast = stop === STOPS.length - 1;
  useEffect(() => {
    const end = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && document.querySelector(ABOVE) === null) goTo('end');
    };
    document.addEventListener('keydown', end);
    return () => document.removeEventListener('keydown', end);
  }, []);
  return (
    <aside className={styles.tour} aria-label={say('tour')}>
      <div aria-live="polite">
        <p className={styles.where}>
          {say('stop', { stop: stop + 1, of: STOPS.length })}
          <span className={styles.keys}> {say('keys')}</span>
        </p>
        <p className={styles.title}>
          <strong>{say(name)}</strong>
        </p>
        <p>{say(`${name}Do`)}</p>
      </div>
      <div className={styles.actions}>
        <Button kind="primary" onPress={show} isPending={isPending}>
          {say(`${name}Go`)}
        </Button>
        {stop > 0 && <Button onPress={() => goTo(stop - 1)}>{say('tourBefore')}</Button>}
        {!isLast && <Button onPress={() => goTo(stop + 1)}>{say('tourNext')}</Button>}
        <Button kind="quiet" onPress={() => goTo('end')}>
          {say('tourEnd')}
        </Button>
      </div>
    </aside>
  );
}

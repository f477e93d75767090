import { useState } from 'react';
import { useSay } from '../../text/ReaderContext.tsx';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/Section.tsx';
import { DutyTable } from './DutyTable.tsx';
import styles from './Home.module.css';
import type { Duty } from './placeOf.ts';
import { homeTexts } from './texts.ts';

const SHOWN = 8;

type Props = { readonly duties: readonly Duty[]; readonly day: string };

/** A short queue: what needs whoever looks; what waits for others is only counted, and can be opened. */
export function Duties({ duties, day }: Props) {
  const say = useSay(homeTexts);
  const [isWhole, setWhole] = useState(false);
  const own = duties.filter(({ isMine }) => isMine);
  const others = duties.filter(({ isMine }) => !isMine);
  const left = own.length - SHOWN;
  return (
    <Section title={say('needsYou')}>
      {own.length === 0 && <p>{say('nothing')}</p>}
      {own.length > 0 && <DutyTable duties={isWhole ? own : own.slice(0, SHOWN)} day={day} />}
      {left > 0 && !isWhole && (
        <div className={styles.more}>
          <Button kind="quiet" onPress={() => setWhole(true)}>
            {say('all', { count: left })}
          </Button>
        </div>
      )}
      {others.length > 0 && (
        <details className={styles.others}>
          <summary>{say('forOthers', { count: others.length })}</summary>
          <DutyTable duties={others} day={day} />
        </details>
      )}
    </Section>
  );
}

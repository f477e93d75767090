import type { Schemas } from '../../api/client.ts';
import { useSay } from '../../text/ReaderContext.tsx';
import styles from './Earnings.module.css';
import { earningsTexts } from './texts.ts';

/** Who owes whom, in words; the colour only repeats it. */
export function DirectionNote({ direction }: Pick<Schemas['Earning'], 'direction'>) {
  const say = useSay(earningsTexts);
  return <span className={`${styles.direction} ${styles[direction] ?? ''}`}>{say(direction)}</span>;
}

import type { Schemas } from '../api/client.ts';
import { isSameFigure, sumText } from '../text/figures.ts';
import { useReader, useSay } from '../text/ReaderContext.tsx';
import styles from './Explanation.module.css';
import { explanationTexts } from './texts.ts';

type Props = { readonly sum: string; readonly earning: Pick<Schemas['Earning'], 'amount' | 'currency'> };

/** Whether a sum is the amount, in words. */
export function Tie({ sum, earning: { amount, currency } }: Props) {
  const say = useSay(explanationTexts);
  const { money } = useReader();
  if (isSameFigure(sum, amount)) return <span className={styles.tie}>{say('ties')}</span>;
  const negated = amount.startsWith('-') ? amount.slice(1) : `-${amount}`;
  const difference = sumText([sum, negated]) ?? '';
  return (
    <span className={`${styles.tie} ${styles.broken}`}>
      {say('differs', { difference: money(difference, currency) })}
    </span>
  );
}

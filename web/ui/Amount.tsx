import { isSameFigure } from '../text/figures.ts';
import { useReader } from '../text/ReaderContext.tsx';
import styles from './Amount.module.css';

type Props = {
  /** An exact decimal text, as the server gives it. */
  readonly exact: string;
  readonly currency: string;
  readonly isLarge?: boolean;
};

/** Currency and figure, in figures that stand below each other. */
export function Amount({ exact, currency, isLarge = false }: Props) {
  const { moneyFigure } = useReader();
  const size = isLarge ? ` ${styles.large}` : '';
  const zero = isSameFigure(exact, '0') ? ` ${styles.zero}` : '';
  return (
    <span className={`${styles.amount}${size}${zero}`}>
      <span className={styles.currency}>{currency}</span>{' '}
      <span className={styles.figure}>{moneyFigure(exact, currency)}</span>
    </span>
  );
}

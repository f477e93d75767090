import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { barHeights } from './bars.ts';
import styles from './CashFlow.module.css';
import { cashFlowTexts } from './cashFlowTexts.ts';
import type { CashFlow } from './ledgerTypes.ts';

const [WIDTH, HEIGHT, GAP] = [1000, 200, 0.3];

/** A bar alone is no wall. */
const BAR_MAX = 48;

type Props = { readonly buckets: CashFlow['buckets']; readonly currency: string };

/** Two bars for each window from a common base: what we pay, what we receive. The table beside it says the same. */
export function FlowDrawing({ buckets, currency }: Props) {
  const say = useSay(cashFlowTexts);
  const { money } = useReader();
  const heights = barHeights(buckets);
  const step = WIDTH / Math.max(1, buckets.length);
  const bar = Math.min(BAR_MAX, (step * (1 - GAP)) / 2);
  return (
    <figure className={styles.drawing}>
      <figcaption className={styles.legend}>
        <span className={styles.payments}>{say('payments')}</span>
        <span className={styles.receipts}>{say('receipts')}</span>
      </figcaption>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={`${say('drawing', { currency })}. ${say('drawingText')}`}
        preserveAspectRatio="none"
        className={styles.bars}
      >
        {heights.map(({ paid, got }, index) => {
          const left = (index + 0.5) * step - bar;
          const { window, payments, receipts } = buckets[index] ?? { payments: '0', receipts: '0' };
          const tall = (size: number) => (size * HEIGHT) / 1000;
          return (
            <g key={window?.firstDay ?? 'overdue'}>
              <rect x={left} y={HEIGHT - tall(paid)} width={bar} height={tall(paid)} className={styles.paid}>
                <title>{`${say('payments')}: ${money(payments, currency)}`}</title>
              </rect>
              <rect
                x={left + bar}
                y={HEIGHT - tall(got)}
                width={bar}
                height={tall(got)}
                className={styles.got}
              >
                <title>{`${say('receipts')}: ${money(receipts, currency)}`}</title>
              </rect>
            </g>
          );
        })}
        <line x1="0" x2={WIDTH} y1={HEIGHT} y2={HEIGHT} className={styles.base} />
      </svg>
    </figure>
  );
}

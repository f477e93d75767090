import styles from './Bars.module.css';
import { type Bar, barsOf } from './bars.ts';

type Props = {
  /** What is drawn, for who hears the page; the table beside it says the same in figures. */
  readonly label: string;
  readonly bars: readonly Bar[];
};

/** Bars from a common zero, each with its name and its figure beside it: no legend, no axis to read off. */
export function Bars({ label, bars }: Props) {
  return (
    <figure className={styles.bars} aria-label={label}>
      {barsOf(bars).map(({ key, name, said, from, width, isNegative }) => (
        <div key={key} className={styles.row}>
          <span className={styles.name}>{name}</span>
          <svg className={styles.drawing} aria-hidden="true">
            <rect
              className={isNegative ? styles.negative : styles.positive}
              x={`${from}%`}
              y="20%"
              width={`${width}%`}
              height="60%"
            />
          </svg>
          <span className={styles.figure}>{said}</span>
        </div>
      ))}
    </figure>
  );
}

import { useReader } from '../../text/ReaderContext.tsx';
import styles from './Home.module.css';
import { barsOf, type Series } from './trendSeries.ts';

const WIDTH = 400;
const HEIGHT = 90;
const TOP = 18;
const BOTTOM = 18;

type Props = { readonly series: Series; readonly nameOf: (month: string) => string };

/** Bars on a zero baseline: the largest and the last are labelled; the table behind says the same in figures. */
export function MonthBars({ series, nameOf }: Props) {
  const { moneyFigure } = useReader();
  const { zero, bars } = barsOf(series, HEIGHT);
  const step = WIDTH / Math.max(bars.length, 6);
  const largest = bars.reduce((best, { height }, at) => (height > (bars[best]?.height ?? 0) ? at : best), 0);
  const labelled = [...new Set([largest, bars.length - 1])];
  const x = (index: number) => index * step + step * 0.15;
  return (
    <svg
      className={styles.drawing}
      viewBox={`0 0 ${WIDTH} ${HEIGHT + TOP + BOTTOM}`}
      aria-hidden="true"
      focusable="false"
    >
      {bars.map(({ month, y, height, isBelow }, index) => (
        <rect
          key={month}
          x={x(index)}
          y={TOP + y}
          width={step * 0.7}
          height={Math.max(height, 0.5)}
          className={isBelow ? styles.below : styles.bar}
        />
      ))}
      <line x1={0} x2={WIDTH} y1={TOP + zero} y2={TOP + zero} className={styles.base} />
      {labelled.map((index) => (
        <text
          key={index}
          x={x(index) + step * 0.35}
          y={TOP + (bars[index]?.y ?? 0) - 5}
          textAnchor={anchorOf(index, bars.length)}
          className={styles.value}
        >
          {moneyFigure(series.points[index]?.amount ?? '0', series.currency)}
        </text>
      ))}
      {[...new Set([0, bars.length - 1])].map((index) => (
        <text
          key={index}
          x={x(index) + step * 0.35}
          y={HEIGHT + TOP + BOTTOM - 4}
          textAnchor={anchorOf(index, bars.length)}
          className={styles.label}
        >
          {nameOf(bars[index]?.month ?? '')}
        </text>
      ))}
    </svg>
  );
}

/** What stands at an end of the drawing is not cut off by it. */
function anchorOf(index: number, count: number): 'start' | 'middle' | 'end' {
  if (index === 0) return 'start';
  return index === count - 1 && count > 5 ? 'end' : 'middle';
}

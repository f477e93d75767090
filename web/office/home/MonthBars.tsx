import { useReader } from '../../text/ReaderContext.tsx';
import styles from './Home.module.css';
import { barsOf, type Series } from './trendSeries.ts';

const WIDTH = 400;
const HEIGHT = 90;
const TOP = 18;
const BOTTOM = 18;
/** The room that the name of a month and an amount take. */
const NAME = 56;
const AMOUNT = 76;

type Props = { readonly series: Series; readonly nameOf: (month: string) => string };

/** Bars on a zero baseline, with as many months as have room; the largest and the last with their amounts. */
export function MonthBars({ series, nameOf }: Props) {
  const { moneyFigure } = useReader();
  const { zero, bars } = barsOf(series, HEIGHT);
  const step = WIDTH / Math.max(bars.length, 6);
  const largest = bars.reduce((best, { height }, at) => (height > (bars[best]?.height ?? 0) ? at : best), 0);
  const labelled = [...new Set([largest, bars.length - 1])];
  const every = Math.ceil(NAME / step);
  const named = bars.flatMap((_, index) => ((bars.length - 1 - index) % every === 0 ? [index] : []));
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
          {...beside(x(index), step * 0.7, AMOUNT)}
          y={TOP + (bars[index]?.y ?? 0) - 5}
          className={styles.value}
        >
          {moneyFigure(series.points[index]?.amount ?? '0', series.currency)}
        </text>
      ))}
      {named.map((index) => (
        <text
          key={index}
          {...beside(x(index), step * 0.7, NAME)}
          y={HEIGHT + TOP + BOTTOM - 4}
          className={styles.label}
        >
          {nameOf(bars[index]?.month ?? '')}
        </text>
      ))}
    </svg>
  );
}

/** In the middle of its bar; at an end of the drawing in line with the edge of its bar, so that nothing is cut off. */
function beside(left: number, width: number, room: number) {
  const middle = left + width / 2;
  if (middle < room / 2) return { x: left, textAnchor: 'start' } as const;
  if (middle > WIDTH - room / 2) return { x: left + width, textAnchor: 'end' } as const;
  return { x: middle, textAnchor: 'middle' } as const;
}

import styles from './Ladder.module.css';
import { type Ladder, WIDTH } from './ladder.ts';

/** Where the stairs stand in a drawing, in pixels from its top. */
export type Place = { readonly top: number; readonly base: number };

/** The lowest step is still seen. */
const LEAST_STEP = 3;

/** The tiers as steps to scale, filled as far as the volume reaches; dashed what is missing to the next. */
export function Stairs({ ladder, place }: { readonly ladder: Ladder; readonly place: Place }) {
  const { rungs, volume, next } = ladder;
  return (
    <>
      {rungs.map((rung) => {
        const step = stepOf(rung.height, place);
        const track = rung.isNext ? `${styles.track} ${styles.next}` : styles.track;
        return (
          <g key={rung.from}>
            <rect
              className={track}
              x={percent(rung.from)}
              width={percent(rung.until - rung.from)}
              {...step}
            />
            <rect
              className={styles.fill}
              x={percent(rung.from)}
              width={percent(rung.filled - rung.from)}
              {...step}
            />
          </g>
        );
      })}
      {next !== undefined && next > volume && (
        <line
          className={styles.missing}
          x1={percent(volume)}
          x2={percent(next)}
          y1={place.base - 1}
          y2={place.base - 1}
        />
      )}
      {rungs.slice(1).map(({ from }) => (
        <line
          key={from}
          className={styles.edge}
          x1={percent(from)}
          x2={percent(from)}
          y1={place.top}
          y2={place.base}
        />
      ))}
    </>
  );
}

type MarkerProps = { readonly ladder: Ladder; readonly top: number; readonly bottom: number };

/** The place of the volume; beyond the edge an arrow that points on. */
export function Marker({ ladder: { volume, isBeyond }, top, bottom }: MarkerProps) {
  const x = percent(volume);
  if (!isBeyond) return <line className={styles.marker} x1={x} x2={x} y1={top} y2={bottom} />;
  const middle = Math.round((top + bottom) / 2);
  return (
    <svg x="100%" width={8} overflow="visible" aria-hidden="true">
      <path className={styles.beyond} d={`M-9 ${middle - 5}l6 5l-6 5`} />
    </svg>
  );
}

/** A height in thousandths as a step of the stairs. */
export function stepOf(
  height: number,
  { top, base }: Place,
): { readonly y: number; readonly height: number } {
  const step = LEAST_STEP + Math.round(((base - top - LEAST_STEP) * height) / WIDTH);
  return { y: base - step, height: step };
}

export function percent(thousandths: number): string {
  return `${thousandths / 10}%`;
}

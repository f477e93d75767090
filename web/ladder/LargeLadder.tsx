import { useReader } from '../text/ReaderContext.tsx';
import type { Reader } from '../text/reader.ts';
import styles from './Ladder.module.css';
import { type Ladder, labelRows, ladderOf, WIDTH } from './ladder.ts';
import { Marker, percent, Stairs, stepOf } from './Stairs.tsx';
import { ladderText, type Standing, thresholdsText } from './tierTexts.ts';

const PLACE = { top: 40, base: 92 };
const HEIGHT = 124;

/** Room for a threshold on a narrow screen, in thousandths of its width. */
const LABEL_WIDTH = 130;
const LABEL_ROWS = 2;
const LABEL_HEIGHT = 14;

type Label = {
  readonly key: number;
  readonly place: number;
  readonly y: number;
  readonly text: string;
  readonly isReached: boolean;
};

type Props = {
  readonly standing: Standing;
  /** The terms alone: nobody stands on it. */
  readonly isEmpty?: boolean;
};

/** The ladder with its figures: rates on the steps, thresholds below, the volume above. */
export function LargeLadder({ standing, isEmpty = false }: Props) {
  const reader = useReader();
  const ladder = ladderOf(standing.progress, standing.tier);
  const said = isEmpty ? thresholdsText(standing, reader) : ladderText(standing, reader);
  return (
    <svg className={styles.ladder} role="img" aria-label={said} height={HEIGHT}>
      <Stairs ladder={ladder} place={PLACE} />
      <line className={styles.axis} x1={0} x2="100%" y1={PLACE.base + 0.5} y2={PLACE.base + 0.5} />
      {!isEmpty && <Marker ladder={ladder} top={16} bottom={PLACE.base + 4} />}
      {rateLabels(standing, ladder, reader).map(({ key, place, y, text, isReached }) => (
        <text key={key} className={isReached ? styles.reached : undefined} x={percent(place)} dx={4} y={y}>
          {text}
        </text>
      ))}
      {thresholdLabels(standing, ladder, reader).map(({ key, place, y, text }) => (
        <text key={key} x={percent(place)} y={y} textAnchor={anchorOf(place)}>
          {text}
        </text>
      ))}
      {!isEmpty && (
        <text
          className={styles.volume}
          x={percent(ladder.volume)}
          y={12}
          textAnchor={ladder.volume > WIDTH / 2 ? 'end' : 'start'}
        >
          {reader.counted(standing.progress.volume, standing.progress.scale, standing.currency)}
        </text>
      )}
    </svg>
  );
}

/**
 * What each tier pays, on its step. A label that would lie over the one before, or in the next step, is left out: the
 * table below the ladder has them all, and the words beside it the one that applies.
 */
function rateLabels({ progress, currency }: Standing, ladder: Ladder, reader: Reader): readonly Label[] {
  let [lastPlace, lastY] = [-WIDTH, 0];
  return progress.tiers.flatMap(({ rates }, index) => {
    const rung = ladder.rungs[index + 1];
    if (rung === undefined) return [];
    const y = stepOf(rung.height, PLACE).y - 4;
    if (rung.from - lastPlace < LABEL_WIDTH && lastY - y < LABEL_HEIGHT) return [];
    const next = ladder.rungs[index + 2];
    if (next !== undefined && next.from - rung.from < LABEL_WIDTH && stepOf(next.height, PLACE).y < y)
      return [];
    [lastPlace, lastY] = [rung.from, y];
    const text = rates
      .map(({ pays, rate }) =>
        pays === 'percent' ? reader.percent(rate) : reader.moneyFigure(rate, currency),
      )
      .join(' + ');
    return [{ key: index, place: rung.from, y, text, isReached: rung.isReached }];
  });
}

function thresholdLabels({ progress }: Standing, ladder: Ladder, reader: Reader): readonly Label[] {
  const places = ladder.rungs.slice(1).map(({ from }) => from);
  const rows = labelRows(places, LABEL_WIDTH, LABEL_ROWS);
  return progress.tiers.flatMap(({ from }, index) => {
    const [place = 0, row] = [places[index], rows[index]];
    if (row === undefined) return [];
    const text = progress.scale.of === 'percent' ? reader.percent(from) : reader.figure(from);
    return [{ key: index, place, y: PLACE.base + LABEL_HEIGHT * (row + 1), text, isReached: false }];
  });
}

function anchorOf(place: number): 'start' | 'middle' | 'end' {
  if (place < WIDTH / 20) return 'start';
  return place > (WIDTH * 19) / 20 ? 'end' : 'middle';
}

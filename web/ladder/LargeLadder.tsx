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

/** The same for a rate on a wide one. */
const WIDE_LABEL_WIDTH = 60;
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
  const isMarked = !(isEmpty || ladder.isBeyond);
  const narrow = rateLabels({ standing, ladder, isMarked }, LABEL_WIDTH, reader);
  const said = isEmpty ? thresholdsText(standing, reader) : ladderText(standing, reader);
  return (
    <svg className={styles.ladder} role="img" aria-label={said} height={HEIGHT}>
      <Stairs ladder={ladder} place={PLACE} />
      <line className={styles.axis} x1={0} x2="100%" y1={PLACE.base + 0.5} y2={PLACE.base + 0.5} />
      {!isEmpty && <Marker ladder={ladder} top={16} bottom={PLACE.base + 4} />}
      {rateLabels({ standing, ladder, isMarked }, WIDE_LABEL_WIDTH, reader).map((label) => (
        <text
          key={label.key}
          className={classOf(label, narrow)}
          x={percent(label.place)}
          dx={label.place === ladder.volume ? 6 : 4}
          y={label.y}
        >
          {label.text}
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
          {reader.reached(standing.progress.volume, standing.progress.scale, standing.currency)}
        </text>
      )}
    </svg>
  );
}

/** What has room on a wide screen alone is left out on a narrow one. */
function classOf({ key, place, isReached }: Label, narrow: readonly Label[]): string {
  const isOnBoth = narrow.some((label) => label.key === key && label.place === place);
  return [isReached && styles.reached, !isOnBoth && styles.wide]
    .filter((name) => typeof name === 'string')
    .join(' ');
}

type Drawn = { readonly standing: Standing; readonly ladder: Ladder; readonly isMarked: boolean };

/**
 * What each tier pays, on its step, or behind the marker where that would cross it. A label that would lie over the one
 * before, or in the next step, is left out: the table below the ladder has them all, and the words beside it the one that
 * applies.
 */
function rateLabels({ standing, ladder, isMarked }: Drawn, width: number, reader: Reader): readonly Label[] {
  const { progress, currency } = standing;
  let [lastPlace, lastY] = [-WIDTH, 0];
  return progress.tiers.flatMap(({ rates }, index) => {
    const rung = ladder.rungs[index + 1];
    if (rung === undefined) return [];
    const y = stepOf(rung.height, PLACE).y - 4;
    const past = ladder.volume - rung.from;
    const place = isMarked && past > 0 && past < width ? ladder.volume : rung.from;
    if (place - lastPlace < width && lastY - y < LABEL_HEIGHT) return [];
    const next = ladder.rungs[index + 2];
    if (next !== undefined && next.from - place < width && stepOf(next.height, PLACE).y < y) return [];
    [lastPlace, lastY] = [place, y];
    const text = rates
      .map(({ pays, rate }) =>
        pays === 'percent' ? reader.percent(rate) : reader.moneyFigure(rate, currency),
      )
      .join(' + ');
    return [{ key: index, place, y, text, isReached: rung.isReached }];
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

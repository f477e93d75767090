// @ts-check
import { drawing } from './element.js';
import { labelRows, ladderOf, WIDTH } from './ladder.js';
import { ladderText } from './tierTexts.js';

/** @typedef {import('./api.js').Earning} Earning */
/** @typedef {import('./ladder.js').Ladder} Ladder */
/** @typedef {import('./reader.js').Reader} Reader */

/** Where the stairs stand in a drawing, in pixels from its top. */
/** @typedef {{ top: number, base: number }} Stairs */

/** @type {Stairs} */
const SMALL = { top: 3, base: 20 };
const SMALL_HEIGHT = 23;

/** @type {Stairs} */
const LARGE = { top: 40, base: 92 };
const LARGE_HEIGHT = 124;

/** The lowest step is still seen. */
const LEAST_STEP = 3;

/** Room for a threshold on a narrow screen, in thousandths of its width. */
const LABEL_WIDTH = 130;
const LABEL_ROWS = 2;
const LABEL_HEIGHT = 14;

/**
 * The ladder of a row: thresholds to scale, the filled part, the way to the next tier.
 * @param {Earning} earning
 * @param {Reader} reader
 */
export function smallLadder(earning, reader) {
  const ladder = ladderOf(earning.progress, earning.tier);
  return drawing(
    'svg',
    { class: 'ladder', role: 'img', 'aria-label': ladderText(earning, reader), height: SMALL_HEIGHT },
    ...stairs(ladder, SMALL),
    marker(ladder, 0, SMALL.base + 1),
  );
}

/**
 * The same ladder with its figures: rates on the steps, thresholds below, the volume above.
 * @param {Earning} earning
 * @param {Reader} reader
 */
export function largeLadder(earning, reader) {
  const ladder = ladderOf(earning.progress, earning.tier);
  return drawing(
    'svg',
    { class: 'ladder large', role: 'img', 'aria-label': ladderText(earning, reader), height: LARGE_HEIGHT },
    ...stairs(ladder, LARGE),
    drawing('line', { class: 'axis', x1: 0, x2: '100%', y1: LARGE.base + 0.5, y2: LARGE.base + 0.5 }),
    marker(ladder, 16, LARGE.base + 4),
    ...rates(earning, ladder, reader),
    ...thresholds(earning, ladder, reader),
    volume(earning, ladder, reader),
  );
}

/**
 * @param {Ladder} ladder
 * @param {Stairs} where
 */
function stairs(ladder, where) {
  const tracks = ladder.rungs.flatMap((rung) => {
    const step = stepOf(rung.height, where);
    return [
      bar(rung.isNext ? 'track next' : 'track', rung.from, rung.until, step),
      bar('fill', rung.from, rung.filled, step),
    ];
  });
  const missing =
    ladder.next !== undefined && ladder.next > ladder.volume ? [way(ladder.volume, ladder.next, where)] : [];
  const edges = ladder.rungs.slice(1).map(({ from }) => {
    return drawing('line', {
      class: 'edge',
      x1: percent(from),
      x2: percent(from),
      y1: where.top,
      y2: where.base,
    });
  });
  return [...tracks, ...missing, ...edges];
}

/**
 * From the volume to the next tier, dashed: not there yet.
 * @param {number} from
 * @param {number} until
 * @param {Stairs} where
 */
function way(from, until, { base }) {
  return drawing('line', {
    class: 'missing',
    x1: percent(from),
    x2: percent(until),
    y1: base - 1,
    y2: base - 1,
  });
}

/**
 * @param {number} height in thousandths
 * @param {Stairs} where
 */
function stepOf(height, { top, base }) {
  const step = LEAST_STEP + Math.round(((base - top - LEAST_STEP) * height) / WIDTH);
  return { y: base - step, height: step };
}

/**
 * @param {string} kind
 * @param {number} from
 * @param {number} until
 * @param {{ y: number, height: number }} step
 */
function bar(kind, from, until, { y, height }) {
  return drawing('rect', { class: kind, x: percent(from), width: percent(until - from), y, height });
}

/**
 * The place of the volume; beyond the edge an arrow that points on.
 * @param {Ladder} ladder
 * @param {number} top
 * @param {number} bottom
 */
function marker({ volume, isBeyond }, top, bottom) {
  const x = percent(volume);
  const line = drawing('line', { class: 'marker', x1: x, x2: x, y1: top, y2: bottom });
  if (!isBeyond) return line;
  const middle = Math.round((top + bottom) / 2);
  return drawing(
    'svg',
    { x: '100%', width: 8, overflow: 'visible' },
    drawing('path', { class: 'beyond', d: `M-9 ${middle - 5}l6 5l-6 5` }),
  );
}

/**
 * What each tier pays, on its step. A label that would lie over the one before is left out: the
 * table below the ladder has them all.
 * @param {Earning} earning
 * @param {Ladder} ladder
 * @param {Reader} reader
 */
function rates({ progress, currency }, ladder, { percent: percentText, moneyFigure }) {
  let [lastPlace, lastY] = [-WIDTH, 0];
  return progress.tiers.flatMap(({ rates: paid }, index) => {
    const rung = ladder.rungs[index + 1];
    if (rung === undefined) return [];
    const y = stepOf(rung.height, LARGE).y - 4;
    if (rung.from - lastPlace < LABEL_WIDTH && lastY - y < LABEL_HEIGHT) return [];
    [lastPlace, lastY] = [rung.from, y];
    const text = paid
      .map(({ pays, rate }) => (pays === 'percent' ? percentText(rate) : moneyFigure(rate, currency)))
      .join(' + ');
    const name = rung.isReached ? 'rate reached' : 'rate';
    return [drawing('text', { class: name, x: percent(rung.from), dx: 4, y }, text)];
  });
}

/**
 * @param {Earning} earning
 * @param {Ladder} ladder
 * @param {Reader} reader
 */
function thresholds({ progress }, ladder, { percent: percentText, figure }) {
  const places = ladder.rungs.slice(1).map(({ from }) => from);
  const rows = labelRows(places, LABEL_WIDTH, LABEL_ROWS);
  return progress.tiers.flatMap(({ from }, index) => {
    const [place = 0, row] = [places[index], rows[index]];
    if (row === undefined) return [];
    const text = progress.scale.of === 'percent' ? percentText(from) : figure(from);
    const y = LARGE.base + LABEL_HEIGHT * (row + 1);
    return [
      drawing('text', { class: 'threshold', x: percent(place), y, 'text-anchor': anchorOf(place) }, text),
    ];
  });
}

/**
 * @param {Earning} earning
 * @param {Ladder} ladder
 * @param {Reader} reader
 */
function volume({ progress, currency }, ladder, { counted }) {
  const isRight = ladder.volume > WIDTH / 2;
  const attributes = {
    class: 'volume',
    x: percent(ladder.volume),
    y: 12,
    'text-anchor': isRight ? 'end' : 'start',
  };
  return drawing('text', attributes, counted(progress.volume, progress.scale, currency));
}

/** @param {number} place */
function anchorOf(place) {
  if (place < WIDTH / 20) return 'start';
  return place > (WIDTH * 19) / 20 ? 'end' : 'middle';
}

/** @param {number} thousandths */
function percent(thousandths) {
  return `${thousandths / 10}%`;
}

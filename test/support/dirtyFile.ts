import type { Draw } from '../crash/seededRandom.ts';
import { cleanRow, DIRT, type Dirt, MESSY_HEADER } from './messyFile.ts';

/** A row as it should be, as it came, and what is wrong with it. */
export type DirtyRow = {
  readonly clean: readonly string[];
  readonly texts: readonly string[];
  readonly dirt: readonly Dirt[];
};

/** Each of them is about one row, whatever else the file holds. */
const FAULTS = DIRT.filter(({ ends }) => ends === 'quarantined');
const OF_THE_ROW: ReadonlySet<string> = new Set(['line-columns-mismatch']);
/** Names are looked up for what is a line otherwise. */
const OF_MASTER = /-unknown$/;

/** A random file: so many rows, each clean or with one to three faults in different columns. */
export function dirtyRows(name: string, draw: Draw): readonly DirtyRow[] {
  const share = 2 + draw(6);
  return Array.from({ length: 3 + draw(30) }, (_, index) => {
    const clean = cleanRow(index, draw).with(1, `${name}-${Math.floor(index / 8)}`);
    if (draw(share) !== 0) return { clean, texts: clean, dirt: [] };
    const dirt = someFaults(draw);
    return { clean, texts: dirt.reduce((row, { change }) => change(row, clean), clean), dirt };
  });
}

/** Faults that can stand in one row side by side. */
function someFaults(draw: Draw): Dirt[] {
  const first = FAULTS[draw(FAULTS.length)] as Dirt;
  const isAlone = ({ code = '' }: Dirt) => OF_THE_ROW.has(code) || OF_MASTER.test(code);
  if (isAlone(first) || draw(2) === 0) return [first];
  const others = FAULTS.filter((one) => !isAlone(one) && placeOf(one) !== placeOf(first));
  return [first, others[draw(others.length)] as Dirt];
}

const PROBE = cleanRow(0, () => 0);

/** The column that a fault harms. */
export function placeOf({ change }: Dirt): number {
  const changed = change(PROBE, PROBE);
  return PROBE.findIndex((text, at) => text !== changed[at]);
}

export function dirtyBytes(rows: readonly DirtyRow[]): Buffer {
  // Only what is no UTF-8 in the dirt is written as the byte that it is.
  const lines = rows.map(({ texts }) => Buffer.from(`${texts.join(',')}\n`, 'latin1'));
  return Buffer.concat([Buffer.from(`${MESSY_HEADER}\n`), ...lines]);
}

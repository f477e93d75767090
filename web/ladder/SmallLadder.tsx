import { useReader } from '../text/ReaderContext.tsx';
import styles from './Ladder.module.css';
import { ladderOf } from './ladder.ts';
import { Marker, Stairs } from './Stairs.tsx';
import { ladderText, type Standing } from './tierTexts.ts';

const PLACE = { top: 3, base: 20 };
const HEIGHT = 23;

/** The ladder of a row: thresholds to scale, the filled part, the way to the next tier. */
export function SmallLadder({ standing }: { readonly standing: Standing }) {
  const reader = useReader();
  const ladder = ladderOf(standing.progress, standing.tier);
  return (
    <svg className={styles.ladder} role="img" aria-label={ladderText(standing, reader)} height={HEIGHT}>
      <Stairs ladder={ladder} place={PLACE} />
      <Marker ladder={ladder} top={0} bottom={PLACE.base + 1} />
    </svg>
  );
}

import { useReader } from '../text/ReaderContext.tsx';
import styles from './Ladder.module.css';
import { LargeLadder } from './LargeLadder.tsx';
import { TierTable } from './TierTable.tsx';
import { type Standing, tierText, wayText } from './tierTexts.ts';

/** Where a partner stands: in words, drawn, and tier by tier. */
export function WhereItStands({ standing }: { readonly standing: Standing }) {
  const reader = useReader();
  return (
    <>
      <p className={styles.standing}>
        <strong>{tierText(standing, reader)}</strong> · {wayText(standing, reader)}
      </p>
      <LargeLadder standing={standing} />
      <TierTable standing={standing} />
    </>
  );
}

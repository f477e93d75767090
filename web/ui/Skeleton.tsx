import { useSay } from '../text/ReaderContext.tsx';
import styles from './Skeleton.module.css';
import { uiTexts } from './texts.ts';
import { Unseen } from './Unseen.tsx';

/** The place that rows will take, while the first answer is on its way. */
export function Skeleton({ rows = 8 }: { readonly rows?: number }) {
  const say = useSay(uiTexts);
  return (
    <div role="status" className={styles.bones}>
      <Unseen>{say('loading')}</Unseen>
      {Array.from({ length: rows }, (_, row) => row).map((row) => (
        <span key={row} className={styles.bone} />
      ))}
    </div>
  );
}

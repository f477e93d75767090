import { useSay } from '../text/ReaderContext.tsx';
import styles from './SkipLink.module.css';
import { shellTexts } from './texts.ts';

/** For whoever goes by keyboard: past what is the same on every page. */
export function SkipLink() {
  const say = useSay(shellTexts);
  return (
    <a className={styles.skip} href="#page">
      {say('skip')}
    </a>
  );
}

import { useSay } from '../text/ReaderContext.tsx';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import styles from './Factors.module.css';
import { factorTexts } from './factorTexts.ts';

type Props = { readonly codes: readonly string[]; readonly onKept: () => void };

/** Recovery codes, the only time that anybody sees them. */
export function ShownCodes({ codes, onKept }: Props) {
  const say = useSay(factorTexts);
  return (
    <Notice
      title={say('keepCodes')}
      meaning="attention"
      actions={<Button onPress={onKept}>{say('kept')}</Button>}
    >
      <p>{say('keepCodesWhy')}</p>
      <ul className={styles.codes}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

import { useSay } from '../../../text/ReaderContext.tsx';
import styles from './Import.module.css';
import { importTexts } from './texts.ts';

/** Files to try out with, in the manner of other systems and not in our own form; the server has them beside its documentation. */
const SAMPLES = [
  ['sampleSales', 'sales.csv'],
  ['sampleWorkbook', 'sales.xlsx'],
  ['sampleFaults', 'sales-with-faults.csv'],
  ['samplePartners', 'partners.csv'],
  ['sampleProducts', 'products.csv'],
] as const;

export function Samples() {
  const say = useSay(importTexts);
  return (
    <p className={styles.samples}>
      {say('samples')}
      {SAMPLES.map(([key, name]) => (
        <a key={key} href={`/help/docs/samples/${name}`} download={name}>
          {say(key)}
        </a>
      ))}
    </p>
  );
}

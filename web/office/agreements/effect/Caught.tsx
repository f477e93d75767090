import type { Schemas } from '../../../api/client.ts';
import { useSay } from '../../../text/ReaderContext.tsx';
import styles from './Effect.module.css';
import { effectTexts } from './texts.ts';

/** How many partners, products and lines the conditions of a text catch, and why the others are not caught. */
export function Caught({ caught }: { readonly caught: Schemas['TriedAgreement']['caught'] }) {
  const say = useSay(effectTexts);
  const { partners, products, lines, seen, missed } = caught;
  return (
    <>
      <p className={styles.caught}>
        {say('caught', {
          partners: say('partners', { count: partners }),
          products: say('products', { count: products }),
          lines,
          seen: say('seen', { count: seen }),
        })}
      </p>
      {missed.length > 0 && (
        <details>
          <summary>{say('missed', { count: seen - lines })}</summary>
          <ul className={styles.missed}>
            {missed.map(({ reason, lines: some, text }) => (
              <li key={reason}>{say('missedOne', { count: some, text })}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

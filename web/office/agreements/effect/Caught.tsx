import type { Schemas } from '../../../api/client.ts';
import { useReader, useSay } from '../../../text/ReaderContext.tsx';
import { Figures, KeyFigure } from '../../../ui/Figures.tsx';
import { effectTexts } from './texts.ts';

/** How many partners, products and lines the conditions of a text catch, and why the others are not caught. */
export function Caught({ caught }: { readonly caught: Schemas['TriedAgreement']['caught'] }) {
  const say = useSay(effectTexts);
  const { count } = useReader();
  const { partners, products, lines, seen, missed } = caught;
  return (
    <>
      <Figures>
        <KeyFigure title={say('partners')}>{count(partners)}</KeyFigure>
        <KeyFigure title={say('products')}>{count(products)}</KeyFigure>
        <KeyFigure title={say('lines')} note={say('seen', { count: seen })}>
          {count(lines)}
        </KeyFigure>
      </Figures>
      {missed.length > 0 && (
        <details>
          <summary>{say('missed', { count: seen - lines })}</summary>
          <ul>
            {missed.map(({ reason, lines: some, text }) => (
              <li key={reason}>{say('missedOne', { count: some, text })}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

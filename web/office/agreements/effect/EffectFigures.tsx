import type { Schemas } from '../../../api/client.ts';
import { useReader, useSay } from '../../../text/ReaderContext.tsx';
import { Amount } from '../../../ui/Amount.tsx';
import { Figures, KeyFigure } from '../../../ui/Figures.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { EffectTable } from './EffectTable.tsx';
import { effectTexts } from './texts.ts';

/** The totals of an effect, then its partners and months. */
export function EffectFigures({ effect }: { readonly effect: Schemas['PreviewEffect'] }) {
  const say = useSay(effectTexts);
  const { money } = useReader();
  const { totals, partners, months, version } = effect;
  if (partners.length === 0) {
    return (
      <Notice title={say('nothing')}>
        <p>{say('nothingText')}</p>
      </Notice>
    );
  }
  return (
    <>
      <Figures>
        {totals.map(({ direction, currency, before, after, difference }) => (
          <KeyFigure
            key={`${direction} ${currency}`}
            title={say('wouldPay')}
            note={
              version === null
                ? undefined
                : say('against', {
                    version,
                    before: money(before, currency),
                    difference: money(difference, currency),
                  })
            }
          >
            <Amount exact={after} currency={currency} isLarge />
          </KeyFigure>
        ))}
      </Figures>
      <EffectTable
        caption={say('byPartner')}
        rows={partners.map(({ partner, partnerName, ...sum }) => ({
          name: partnerName,
          code: partner,
          ...sum,
        }))}
        isCompared={version !== null}
      />
      <details>
        <summary>{say('byMonth')}</summary>
        <EffectTable
          caption={say('byMonth')}
          rows={months.map(({ month, ...sum }) => ({ name: month, code: '', ...sum }))}
          isCompared={version !== null}
        />
      </details>
    </>
  );
}

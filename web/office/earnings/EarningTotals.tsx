import type { Schemas } from '../../api/client.ts';
import { useSay } from '../../text/ReaderContext.tsx';
import { Amount } from '../../ui/Amount.tsx';
import { Figures, KeyFigure } from '../../ui/Figures.tsx';
import { earningsTexts } from './texts.ts';

const DIRECTIONS = ['customerRebate', 'supplierRebate', 'neither'] as const;

/** What the selection adds up to: what we owe, what is owed to us, and what is neither, each by currency, never netted against each other. */
export function EarningTotals({ totals }: { readonly totals: Schemas['EarningList']['totals'] }) {
  const say = useSay(earningsTexts);
  return (
    <Figures>
      {DIRECTIONS.flatMap((direction) =>
        totals
          .filter((total) => total.direction === direction)
          .map(({ currency, amount, rows }) => (
            <KeyFigure
              key={`${direction} ${currency}`}
              title={say(`${direction}.total`)}
              note={say('rows', { count: rows })}
            >
              <Amount exact={amount} currency={currency} isLarge />
            </KeyFigure>
          )),
      )}
    </Figures>
  );
}

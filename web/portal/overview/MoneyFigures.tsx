import { Link } from '@tanstack/react-router';
import type { Schemas } from '../../api/client.ts';
import { isSameFigure, sumText } from '../../text/figures.ts';
import { useSay } from '../../text/ReaderContext.tsx';
import { Amount } from '../../ui/Amount.tsx';
import { Figures, KeyFigure } from '../../ui/Figures.tsx';
import { overviewTexts } from './texts.ts';

type Total = Schemas['EarningList']['totals'][number];

/** Earned, on the way and paid, by direction and currency. */
export function MoneyFigures({ totals }: { readonly totals: readonly Total[] }) {
  const say = useSay(overviewTexts);
  return totals.map(({ direction, currency, amount, rows, own }) => (
    <Figures key={`${direction} ${currency}`}>
      <KeyFigure title={say(direction)} note={say('rows', { count: rows })}>
        <Amount exact={amount} currency={currency} isLarge />
      </KeyFigure>
      {own !== undefined && (
        <>
          <KeyFigure title={say('onTheWay')} note={say('onTheWayNote')}>
            <ToPayments exact={difference(own.settled, own.paid)} currency={currency} />
          </KeyFigure>
          <KeyFigure title={say('paid')}>
            <ToPayments exact={own.paid} currency={currency} />
          </KeyFigure>
        </>
      )}
    </Figures>
  ));
}

/** Nothing leads nowhere. */
function ToPayments({ exact, currency }: { readonly exact: string; readonly currency: string }) {
  const shown = <Amount exact={exact} currency={currency} isLarge />;
  return isSameFigure(exact, '0') ? shown : <Link to="/payments">{shown}</Link>;
}

function difference(a: string, b: string): string {
  return sumText([a, b.startsWith('-') ? b.slice(1) : `-${b}`]) ?? a;
}

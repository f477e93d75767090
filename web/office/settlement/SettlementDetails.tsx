import { Link } from '@tanstack/react-router';
import { isSameFigure } from '../../text/figures.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { Amount } from '../../ui/Amount.tsx';
import { Details } from '../../ui/Details.tsx';
import { Figures, KeyFigure } from '../../ui/Figures.tsx';
import { PartnerName } from '../money/PartnerName.tsx';
import { moneyTexts } from '../money/texts.ts';
import { useActorName } from '../money/useActorName.ts';
import { SettlementState } from './SettlementTable.tsx';
import type { Settlement } from './settlementTypes.ts';
import { settlementWords } from './settlementWords.ts';
import { settlementTexts } from './texts.ts';

/** What a settlement comes to, with whom, and where it comes from. */
export function SettlementDetails({ settlement }: { readonly settlement: Settlement }) {
  const say = useSay(settlementTexts);
  const sayMoney = useSay(moneyTexts);
  const sayWord = useSay(settlementWords);
  const { day, instant, money, figure } = useReader();
  const nameOf = useActorName();
  const { currency, withheld, cancels, reclaims, payout } = settlement;
  const note = isSameFigure(withheld, '0')
    ? undefined
    : say('withheldNote', { amount: money(withheld, currency) });
  const other = (id: string | null, text: string) =>
    id === null ? undefined : (
      <Link key={id} to="/settlement" search={{ settlement: id }}>
        {text}
      </Link>
    );
  return (
    <>
      <Figures>
        <KeyFigure title={say('gross')} note={note}>
          <Amount exact={settlement.gross} currency={currency} isLarge />
        </KeyFigure>
        <KeyFigure title={say('net')}>
          <Amount exact={settlement.net} currency={currency} isLarge />
        </KeyFigure>
        <KeyFigure title={say('tax')}>
          <Amount exact={settlement.tax} currency={currency} isLarge />
        </KeyFigure>
      </Figures>
      <Details
        entries={[
          [say('state'), <SettlementState key="state" state={settlement.state} />],
          [sayMoney('partner'), <PartnerName key="partner" code={settlement.partner} />],
          [sayMoney('company'), settlement.company],
          [say('side'), sayWord(`side.${settlement.side}`)],
          [say('reason'), sayWord(`for.${settlement.reason}`)],
          [say('method'), sayWord(`method.${settlement.method}`)],
          [say('treatment'), sayWord(`treatment.${settlement.treatment}`)],
          [say('asOf'), day(settlement.day)],
          [say('proposedBy'), `${nameOf(settlement.proposedBy)} · ${instant(settlement.proposedAt)}`],
          [
            say('document'),
            settlement.issuedOn === null ? undefined : say('issuedOn', { day: day(settlement.issuedOn) }),
          ],
          [say('due'), settlement.dueOn === null ? undefined : day(settlement.dueOn)],
          [
            say('payout'),
            payout === null
              ? undefined
              : say('payoutText', { currency: payout.from, rate: figure(payout.rate) }),
          ],
          [say('cancels'), other(cancels, say('document'))],
          [say('cancelReason'), settlement.cancelReason ?? undefined],
          [say('reclaims'), other(reclaims, say('document'))],
        ]}
      />
    </>
  );
}

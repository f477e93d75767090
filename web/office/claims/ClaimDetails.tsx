import { Link } from '@tanstack/react-router';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { Amount } from '../../ui/Amount.tsx';
import { Details } from '../../ui/Details.tsx';
import { Figures, KeyFigure } from '../../ui/Figures.tsx';
import { PartnerName } from '../money/PartnerName.tsx';
import { moneyTexts } from '../money/texts.ts';
import { ClaimState } from './ClaimTable.tsx';
import type { Claim } from './claimTypes.ts';
import { claimWords } from './claimWords.ts';
import { claimsTexts } from './texts.ts';

/** Whose claim it is, on what, and until when. */
export function ClaimDetails({ claim }: { readonly claim: Claim }) {
  const say = useSay(claimsTexts);
  const sayMoney = useSay(moneyTexts);
  const sayWord = useSay(claimWords);
  const { day } = useReader();
  const { partner, agreement, company, claimant, sentOn, dueOn, answerBy, silence, changes } = claim;
  return (
    <>
      <Figures>
        <KeyFigure title={say('claimed')} note={sayWord(claimant === 'us' ? 'us' : 'them')}>
          <Amount exact={claim.claimed} currency={claim.currency} isLarge />
        </KeyFigure>
        <KeyFigure title={say('open')}>
          <Amount exact={claim.open} currency={claim.currency} isLarge />
        </KeyFigure>
      </Figures>
      <Details
        entries={[
          [say('state'), <ClaimState key="state" claim={claim} />],
          [sayMoney('partner'), <PartnerName key="partner" code={partner} />],
          [sayMoney('agreement'), agreement],
          [
            say('earnings'),
            <Link key="earnings" to="/earnings" search={{ agreement, partner }}>
              {agreement} · {partner}
            </Link>,
          ],
          [sayMoney('company'), company],
          [say('sentOn'), day(sentOn)],
          [say('dueOn'), day(dueOn)],
          [say('answerBy'), answerBy === null ? undefined : day(answerBy)],
          [say('silence'), silence === null ? undefined : say(`silence.${silence}`)],
          [
            say('changes'),
            changes === null ? undefined : (
              <Link key="changes" to="/claims" search={{ claim: changes }}>
                {changes}
              </Link>
            ),
          ],
        ]}
      />
    </>
  );
}

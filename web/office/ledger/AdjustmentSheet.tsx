import { Link, useNavigate } from '@tanstack/react-router';
import { api, call } from '../../api/client.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { Amount } from '../../ui/Amount.tsx';
import { Details } from '../../ui/Details.tsx';
import { Figures, KeyFigure } from '../../ui/Figures.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Section } from '../../ui/Section.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { Deed } from '../money/Deed.tsx';
import { Deeds } from '../money/Deeds.tsx';
import { PartnerName } from '../money/PartnerName.tsx';
import { useActorName } from '../money/useActorName.ts';
import { useDecider } from '../money/useDecider.ts';
import { useMay } from '../money/useMay.ts';
import { adjustmentTexts } from './adjustmentTexts.ts';
import type { Adjustment } from './ledgerTypes.ts';

/** One amount beside the terms, with its reason, its document and who decides. */
export function AdjustmentSheet({ id }: { readonly id: string | undefined }) {
  const say = useSay(adjustmentTexts);
  const navigate = useNavigate({ from: '/ledger/adjustments' });
  const close = () =>
    void navigate({ search: ({ adjustment: _closed, ...rest }) => rest, resetScroll: false });
  const found = api.useQuery(
    'get',
    '/api/v1/adjustments/{id}',
    { params: { path: { id: id ?? '' } } },
    { enabled: id !== undefined },
  );
  return (
    <Sheet title={say('adjustment')} isOpen={id !== undefined} onClose={close}>
      <Loaded query={found} rows={5}>
        {(adjustment) => <Body adjustment={adjustment} />}
      </Loaded>
    </Sheet>
  );
}

function Body({ adjustment }: { readonly adjustment: Adjustment }) {
  const say = useSay(adjustmentTexts);
  const { day, instant, money, span } = useReader();
  const nameOf = useActorName();
  const { agreement, partner, currency, decidedBy, decidedAt, decisionReason, withdraws } = adjustment;
  return (
    <>
      <Figures>
        <KeyFigure title={say('amount')} note={say(`kind.${adjustment.kind}`)}>
          <Amount exact={adjustment.amount} currency={currency} isLarge />
        </KeyFigure>
      </Figures>
      <Details
        entries={[
          [say('state'), say(`state.${adjustment.state}`)],
          [say('partner'), <PartnerName key="partner" code={partner} />],
          [
            say('agreement'),
            <Link key="agreement" to="/earnings" search={{ agreement, partner }}>
              {agreement}
            </Link>,
          ],
          [say('term'), adjustment.term],
          [say('reason'), adjustment.reason],
          [say('document'), adjustment.document],
          [say('wording'), adjustment.wording ?? undefined],
          [say('expires'), adjustment.expiresOn === null ? undefined : day(adjustment.expiresOn)],
          [say('proposedBy'), `${nameOf(adjustment.author)} · ${instant(adjustment.proposedAt)}`],
          [
            say('decided'),
            decidedBy === null || decidedAt === null
              ? undefined
              : [nameOf(decidedBy), instant(decidedAt), decisionReason].filter(Boolean).join(' · '),
          ],
          [
            say('withdraws'),
            withdraws === null ? undefined : (
              <Link key="withdraws" to="/ledger/adjustments" search={{ adjustment: withdraws }}>
                {say('adjustment')}
              </Link>
            ),
          ],
        ]}
      />
      <AdjustmentDeeds adjustment={adjustment} />
      <Section title={say('parts')}>
        {adjustment.parts.map(({ amount, countsFrom, window }) => (
          <p key={`${window.firstDay} ${countsFrom}`}>
            {[span(window), say('countsFrom', { day: day(countsFrom) }), money(amount, currency)].join(' · ')}
          </p>
        ))}
      </Section>
    </>
  );
}

function AdjustmentDeeds({ adjustment }: { readonly adjustment: Adjustment }) {
  const say = useSay(adjustmentTexts);
  const { money } = useReader();
  const { id, state, author, amount, currency } = adjustment;
  const params = { path: { id } };
  const { may, why } = useDecider({ scope: 'agreements:approve', role: 'approver', author });
  const mayWithdraw = useMay('agreements:write');
  const reason = { id: 'reason', label: say('reason'), kind: 'long' } as const;
  return (
    <Deeds why={state === 'proposed' ? why : undefined}>
      {state === 'proposed' && may && (
        <>
          <Deed
            name={say('approve')}
            kind="primary"
            lead={say('approveLead', { amount: money(amount, currency) })}
            done={say('approved')}
            onDo={() => call.POST('/api/v1/adjustments/{id}/approval', { params })}
          />
          <Deed
            name={say('reject')}
            questions={[reason]}
            done={say('rejected')}
            onDo={({ reason: text = '' }) =>
              call.POST('/api/v1/adjustments/{id}/rejection', { params, body: { reason: text } })
            }
          />
        </>
      )}
      {state === 'approved' && adjustment.withdraws === null && mayWithdraw && (
        <Deed
          name={say('withdraw')}
          kind="danger"
          lead={say('withdrawLead')}
          questions={[reason]}
          done={say('withdrawn')}
          onDo={({ reason: text = '' }) =>
            call.POST('/api/v1/adjustments/{id}/withdrawal', { params, body: { reason: text } })
          }
        />
      )}
    </Deeds>
  );
}

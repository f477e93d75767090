import { api, call } from '../../api/client.ts';
import { isSameFigure } from '../../text/figures.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { Deed } from '../money/Deed.tsx';
import type { Deduction } from './claimTypes.ts';
import { deductionTexts } from './deductionTexts.ts';

const MANY = { limit: '200' };

/** What a part of a deduction is matched to: a claim of the partner, an earning, or a document of ours. */
export function DeductionMatches({ deduction }: { readonly deduction: Deduction }) {
  const say = useSay(deductionTexts);
  const params = { path: { id: deduction.id } };
  const { claims, documents, earnings } = useMatches(deduction);
  const amount = { id: 'amount', label: say('amount'), kind: 'amount', value: deduction.open } as const;
  const note = { id: 'note', label: say('note'), kind: 'long', isOptional: true } as const;
  const done = say('matchedDone');
  return (
    <>
      {claims.length > 0 && (
        <Deed
          name={say('matchClaim')}
          lead={say('matchClaimLead')}
          questions={[{ id: 'claim', label: say('claim'), kind: 'find', choices: claims }, amount, note]}
          done={done}
          onDo={({ claim = '', amount: part = '', ...more }) =>
            call.POST('/api/v1/deductions/{id}/claim-match', {
              params,
              body: { claim, amount: part, ...more },
            })
          }
        />
      )}
      {earnings.length > 0 && (
        <Deed
          name={say('matchEarning')}
          lead={say('matchEarningLead')}
          questions={[
            { id: 'earning', label: say('earning'), kind: 'find', choices: earnings },
            amount,
            note,
          ]}
          done={done}
          onDo={async ({ earning = '', amount: part = '', ...more }) => {
            const account = earnings.find(({ id }) => id === earning)?.account;
            if (account === undefined) return;
            const body = { account, amount: part, ...more };
            await call.POST('/api/v1/deductions/{id}/earning-match', { params, body });
          }}
        />
      )}
      {documents.length > 0 && (
        <Deed
          name={say('matchDocument')}
          lead={say('matchDocumentLead')}
          questions={[
            { id: 'settlement', label: say('document'), kind: 'find', choices: documents },
            amount,
            note,
          ]}
          done={done}
          onDo={({ settlement = '', amount: part = '', ...more }) =>
            call.POST('/api/v1/deductions/{id}/settlement-match', {
              params,
              body: { settlement, amount: part, ...more },
            })
          }
        />
      )}
    </>
  );
}

/** What of the partner, in the currency, could be meant. */
function useMatches({ partner, currency, company }: Deduction) {
  const { money, span, name } = useReader();
  const claims = api.useQuery('get', '/api/v1/claims', {
    params: { query: { ...MANY, partner, claimant: 'partner' } },
  });
  const payables = api.useQuery('get', '/api/v1/payables', { params: { query: { partner, company } } });
  const earned = api.useQuery('get', '/api/v1/earnings', { params: { query: { ...MANY, partner } } });
  return {
    claims: (claims.data?.rows ?? [])
      .filter((claim) => claim.currency === currency && !isSameFigure(claim.open, '0'))
      .map(({ id, reference, open }) => ({ id, name: `${reference} · ${money(open, currency)}` })),
    documents: (payables.data?.rows ?? [])
      .filter((payable) => payable.currency === currency)
      .map(({ settlement, number, amount }) => ({
        id: settlement,
        name: `${number} · ${money(amount, currency)}`,
      })),
    earnings: (earned.data?.rows ?? [])
      .filter((earning) => earning.currency === currency && earning.direction === 'customerRebate')
      .map(({ id, agreement, agreementName, term, partner: participant, window, amount }) => ({
        id,
        name: `${name(agreementName)} · ${span(window)} · ${money(amount, currency)}`,
        account: { agreement, term, participant, ...window },
      })),
  };
}

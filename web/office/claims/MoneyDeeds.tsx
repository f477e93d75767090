import { api, call } from '../../api/client.ts';
import { isSameFigure } from '../../text/figures.ts';
import { useSay } from '../../text/ReaderContext.tsx';
import { Deed } from '../money/Deed.tsx';
import type { Claim } from './claimTypes.ts';
import { claimDeedTexts } from './deedTexts.ts';

/** Money that came on a claim of ours, or did not stay. */
export function MoneyDeeds({ claim }: { readonly claim: Claim }) {
  const say = useSay(claimDeedTexts);
  const params = { path: { id: claim.id } };
  const { data } = api.useQuery('get', '/api/v1/claims/{id}/events', { params });
  const receipts = (data?.events ?? []).flatMap(({ kind, reference }) =>
    kind === 'received' && reference !== null ? [{ id: reference, name: reference }] : [],
  );
  return (
    <>
      {!isSameFigure(claim.open, '0') && (
        <Deed
          name={say('receive')}
          lead={say('receiveLead')}
          questions={[
            { id: 'amount', label: say('amount'), kind: 'amount', value: claim.positions.accepted },
            { id: 'reference', label: say('reference') },
            { id: 'day', label: say('day'), kind: 'day', isOptional: true },
          ]}
          done={say('receivedDone')}
          onDo={({ amount = '', reference = '', day }) =>
            call.POST('/api/v1/claims/{id}/receipts', {
              params,
              body: { amount, reference, ...(day !== undefined && { day }) },
            })
          }
        />
      )}
      {receipts.length > 0 && !isSameFigure(claim.positions.received ?? '0', '0') && (
        <Deed
          name={say('giveBack')}
          lead={say('giveBackLead')}
          questions={[
            { id: 'reference', label: say('whichReceipt'), kind: 'choice', choices: receipts },
            { id: 'reason', label: say('why'), kind: 'long' },
          ]}
          done={say('returned')}
          onDo={({ reference = '', reason = '' }) =>
            call.POST('/api/v1/claims/{id}/receipts/return', { params, body: { reference, reason } })
          }
        />
      )}
    </>
  );
}

import { useState } from 'react';
import { call } from '../../api/client.ts';
import { useSay } from '../../text/ReaderContext.tsx';
import { Deed } from '../money/Deed.tsx';
import { Deeds } from '../money/Deeds.tsx';
import { useDecider } from '../money/useDecider.ts';
import { accountTexts } from './accountTexts.ts';
import type { AccountChange } from './paymentTypes.ts';

/** Decides on what another person said of where a partner is paid, and shows the whole account for a reason. */
export function ChangeDeeds({ change }: { readonly change: AccountChange }) {
  const say = useSay(accountTexts);
  const [whole, setWhole] = useState('');
  const { partner, batch, decision, account } = change;
  const waits = decision === 'waits';
  const decider = useDecider({
    ...{ scope: 'bank:approve', role: 'approver', author: change.saidBy ?? undefined },
  });
  const reader = useDecider({ scope: 'bank:read', role: 'payer' });
  const params = { path: { code: partner, batch: String(batch) } };
  const reason = { id: 'reason', label: say('reason'), kind: 'long' } as const;
  return (
    <Deeds why={waits ? decider.why : undefined}>
      {waits && decider.may && (
        <>
          <Deed
            name={say('approve')}
            kind="primary"
            lead={say('approveLead', { partner })}
            questions={[reason]}
            done={say('approved')}
            onDo={(said) =>
              call.POST('/api/v1/partners/{code}/bank-account/changes/{batch}/decision', {
                params,
                body: { decision: 'approved', ...said },
              })
            }
          />
          <Deed
            name={say('reject')}
            questions={[reason]}
            done={say('rejected')}
            onDo={(said) =>
              call.POST('/api/v1/partners/{code}/bank-account/changes/{batch}/decision', {
                params,
                body: { decision: 'rejected', ...said },
              })
            }
          />
        </>
      )}
      {reader.may && account !== null && decision !== 'rejected' && (
        <Deed
          name={say('reveal')}
          label={`${say('reveal')}: ${partner}`}
          kind="quiet"
          lead={say('revealLead')}
          questions={[{ id: 'reason', label: say('why'), kind: 'long' }]}
          done={say('revealed')}
          onDo={async ({ reason: why = '' }) => {
            const { data } = await call.POST('/api/v1/partners/{code}/bank-account/reveal', {
              params: { path: { code: partner } },
              body: { reason: why, effective: change.validFrom },
            });
            const { holder, iban, number, bic, bankCode } = data ?? {};
            setWhole([holder, iban ?? number, bic ?? bankCode].filter(Boolean).join(' · '));
          }}
        />
      )}
      {whole !== '' && <p>{whole}</p>}
    </Deeds>
  );
}

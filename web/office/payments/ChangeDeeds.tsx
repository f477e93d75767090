import { useState } from 'react';
import { call } from '../../api/client.ts';
import { useSay } from '../../text/ReaderContext.tsx';
import { Deed } from '../money/Deed.tsx';
import { Deeds } from '../money/Deeds.tsx';
import type { Answers } from '../money/question.ts';
import { useDecider } from '../money/useDecider.ts';
import { accountTexts } from './accountTexts.ts';
import type { AccountChange } from './paymentTypes.ts';

type Props = { readonly change: AccountChange };

/** Decides on what another person said of where a partner is paid, and shows the whole account for a reason. */
export function ChangeDeeds({ change }: Props) {
  const waits = change.decision === 'waits';
  const decider = useDecider({
    ...{ scope: 'bank:approve', role: 'approver', author: change.saidBy ?? undefined },
  });
  return (
    <Deeds why={waits ? decider.why : undefined}>
      {waits && decider.may && <Deciding change={change} />}
      <Revealing change={change} />
    </Deeds>
  );
}

function Deciding({ change: { partner, batch } }: Props) {
  const say = useSay(accountTexts);
  const params = { path: { code: partner, batch: String(batch) } };
  const reason = { id: 'reason', label: say('reason'), kind: 'long' } as const;
  const decide = (decision: 'approved' | 'rejected') => (said: Answers) =>
    call.POST('/api/v1/partners/{code}/bank-account/changes/{batch}/decision', {
      params,
      body: { decision, ...said },
    });
  return (
    <>
      <Deed
        name={say('approve')}
        kind="primary"
        lead={say('approveLead', { partner })}
        questions={[reason]}
        done={say('approved')}
        onDo={decide('approved')}
      />
      <Deed name={say('reject')} questions={[reason]} done={say('rejected')} onDo={decide('rejected')} />
    </>
  );
}

/** The whole account, for who pays and says why. */
function Revealing({ change }: Props) {
  const say = useSay(accountTexts);
  const [whole, setWhole] = useState('');
  const { partner, decision, account } = change;
  const reader = useDecider({ scope: 'bank:read', role: 'payer' });
  return (
    <>
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
    </>
  );
}

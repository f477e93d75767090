import { call } from '../../api/client.ts';
import { fileBody } from '../../api/fileBody.ts';
import { useSay } from '../../text/ReaderContext.tsx';
import { Deed } from '../money/Deed.tsx';
import { Deeds } from '../money/Deeds.tsx';
import type { Question } from '../money/question.ts';
import { useColleagues } from '../money/useChoices.ts';
import { useDecider } from '../money/useDecider.ts';
import { balanceTexts } from './balanceTexts.ts';
import type { Balance } from './paymentTypes.ts';

/** What a partner has said of its balance, and how a contested one is followed to its end. */
export function BalanceDeeds({ balance: { id, state } }: { readonly balance: Balance }) {
  const { may, why } = useDecider({ scope: 'claims:write', role: 'finance' });
  return (
    <Deeds why={why}>
      {may && state === 'sent' && <Answer id={id} />}
      {may && state === 'contested' && <Follow id={id} />}
    </Deeds>
  );
}

function Answer({ id }: { readonly id: string }) {
  const say = useSay(balanceTexts);
  const params = { path: { id } };
  const note: Question = { id: 'note', label: say('note'), kind: 'long', isOptional: true };
  const amount: Question = { id: 'contested', label: say('contestedAmount'), kind: 'amount' };
  return (
    <>
      <Deed
        name={say('confirm')}
        questions={[note]}
        done={say('confirmed')}
        onDo={(said) =>
          call.POST('/api/v1/balance-confirmations/{id}/answer', {
            params,
            body: { contested: null, ...said },
          })
        }
      />
      <Deed
        name={say('contest')}
        lead={say('contestLead')}
        questions={[amount, note]}
        done={say('contested')}
        onDo={({ contested = '', ...said }) =>
          call.POST('/api/v1/balance-confirmations/{id}/answer', {
            params,
            body: { contested, ...said },
          })
        }
      />
      <Deed
        name={say('letter')}
        lead={say('letterLead')}
        questions={[
          { id: 'file', label: say('letterFile'), kind: 'file' },
          { ...amount, isOptional: true },
          note,
        ]}
        done={say('filed')}
        onDo={async (said, file) => {
          if (file === undefined) return;
          await call.POST('/api/v1/balance-confirmations/{id}/letter', {
            params: { path: { id }, query: { name: file.name, ...said } },
            ...fileBody(file),
          });
        }}
      />
    </>
  );
}

function Follow({ id }: { readonly id: string }) {
  const say = useSay(balanceTexts);
  const colleagues = useColleagues().filter(({ isActive }) => isActive);
  const params = { path: { id } };
  return (
    <>
      <Deed
        name={say('assign')}
        questions={[
          { id: 'person', label: say('person'), kind: 'find', choices: colleagues },
          { id: 'note', label: say('note'), kind: 'long', isOptional: true },
        ]}
        done={say('assigned')}
        onDo={({ person = '', ...said }) =>
          call.POST('/api/v1/balance-confirmations/{id}/assignment', { params, body: { person, ...said } })
        }
      />
      <Deed
        name={say('reply')}
        questions={[{ id: 'note', label: say('replyText'), kind: 'long' }]}
        done={say('replied')}
        onDo={({ note = '' }) =>
          call.POST('/api/v1/balance-confirmations/{id}/replies', { params, body: { note } })
        }
      />
      <Deed
        name={say('resolve')}
        questions={[{ id: 'note', label: say('howEnded'), kind: 'long' }]}
        done={say('resolved')}
        onDo={({ note = '' }) =>
          call.POST('/api/v1/balance-confirmations/{id}/resolution', { params, body: { note } })
        }
      />
    </>
  );
}

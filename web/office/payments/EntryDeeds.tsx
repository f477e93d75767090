import { api, call } from '../../api/client.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { Deed } from '../money/Deed.tsx';
import { Deeds } from '../money/Deeds.tsx';
import type { Question } from '../money/question.ts';
import { useDecider } from '../money/useDecider.ts';
import { useMay } from '../money/useMay.ts';
import { bankTexts } from './bankTexts.ts';
import type { BankEntry } from './paymentTypes.ts';

/** What can be done with an entry: one person says where it belongs, or that it does not, another one decides. */
export function EntryDeeds({ entry }: { readonly entry: BankEntry }) {
  const say = useSay(bankTexts);
  const params = { path: { id: entry.id } };
  const mayWrite = useMay('payments:write');
  const decider = useDecider({
    ...{ scope: 'payments:approve', role: 'approver', author: entry.proposal?.by },
  });
  if (entry.proposal === null) {
    const Propose = entry.laidOn === null ? ProposeAssignment : ProposeTakeBack;
    return <Deeds>{mayWrite && <Propose entry={entry} />}</Deeds>;
  }
  return (
    <Deeds why={decider.why}>
      {decider.may && (
        <>
          <Deed
            name={say('approve')}
            kind="primary"
            lead={say(entry.proposal.isTakeBack ? 'takeBackLead' : 'approveLead')}
            done={say(entry.proposal.isTakeBack ? 'takenBack' : 'approved')}
            onDo={() =>
              call.POST('/api/v1/bank-entries/{id}/assignment/decision', {
                params,
                body: { is: 'approved' },
              })
            }
          />
          <Deed
            name={say('reject')}
            questions={[{ id: 'reason', label: say('reason'), kind: 'long' }]}
            done={say('rejected')}
            onDo={({ reason = '' }) =>
              call.POST('/api/v1/bank-entries/{id}/assignment/decision', {
                params,
                body: { is: 'rejected', reason },
              })
            }
          />
        </>
      )}
    </Deeds>
  );
}

function ProposeTakeBack({ entry: { id } }: { readonly entry: BankEntry }) {
  const say = useSay(bankTexts);
  return (
    <Deed
      name={say('takeBack')}
      lead={say('takeBackLead')}
      questions={[{ id: 'reason', label: say('reason'), kind: 'long' }]}
      done={say('takeBackAsked')}
      onDo={({ reason = '' }) =>
        call.POST('/api/v1/bank-entries/{id}/take-back', { params: { path: { id } }, body: { reason } })
      }
    />
  );
}

function ProposeAssignment({ entry }: { readonly entry: BankEntry }) {
  const say = useSay(bankTexts);
  const { id } = entry;
  const isReceipt = !entry.amount.startsWith('-');
  const { day, money } = useReader();
  const received = useReceivables(isReceipt);
  const runs = api.useQuery('get', '/api/v1/payment-runs', {
    params: { query: { state: 'sent', limit: '100' } },
  });
  const choices = (runs.data?.rows ?? []).map((run) => ({
    id: run.id,
    name: `${day(run.executionDay)} · ${money(run.total, run.currency)}`,
  }));
  const paidOne: Question = {
    ...{ id: 'paid', label: say('paid'), kind: 'find', isOptional: true },
    choices: received,
  };
  const paidSeveral: Question = {
    ...{ id: 'parts', label: say('parts'), kind: 'long', isOptional: true, hint: say('partsHint') },
  };
  const params = { path: { id } };
  return (
    <>
      <Deed
        name={say('assign')}
        lead={say('assignLead')}
        questions={[
          {
            ...{ id: 'run', label: say('run'), kind: 'find', isOptional: true, hint: say('oneOf') },
            choices,
          },
          {
            ...{ id: 'payments', label: say('payments'), isOptional: true },
            hint: say('paymentsHint'),
          },
          ...(isReceipt ? [paidOne, paidSeveral] : []),
          { id: 'reason', label: say('reason'), kind: 'long' },
        ]}
        done={say('assigned')}
        onDo={({ paid, parts = '', run, payments = '', reason = '' }) =>
          call.POST('/api/v1/bank-entries/{id}/assignment', {
            params,
            body: { reason, ...(partsOf(parts, received) ?? targetOf(paid, run, payments)) },
          })
        }
      />
      <Deed
        name={say('dismiss')}
        lead={say('dismissLead')}
        questions={[{ id: 'reason', label: say('reason'), kind: 'long' }]}
        done={say('dismissed')}
        onDo={({ reason = '' }) =>
          call.POST('/api/v1/bank-entries/{id}/dismissal', { params, body: { reason } })
        }
      />
    </>
  );
}

/** What was chosen last in the order of the questions counts: a claim or document, ids of payments, or a run. */
function targetOf(paid: string | undefined, run: string | undefined, payments: string) {
  const [kind, id = ''] = (paid ?? '').split(' ');
  if (kind === 'claim') return { claim: id };
  if (kind === 'document') return { document: id };
  if (payments !== '') return { payments: payments.split(/[\s,，]+/) };
  return run === undefined ? {} : { run };
}

/** A line each: the number of a claim or document, and the amount that is for it. */
function partsOf(text: string, receivables: readonly Receivable[]) {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (lines.length === 0) return undefined;
  const parts = lines.map((line) => {
    const [, number = line, amount = ''] = /^(.*\S)\s+(\S+)$/.exec(line.trim()) ?? [];
    const found = receivables.find((one) => one.number === number.trim());
    const [kind, id] = found === undefined ? ['document', number.trim()] : found.id.split(' ');
    return kind === 'claim' ? { claim: id ?? '', amount } : { document: id ?? '', amount };
  });
  return { parts };
}

type Receivable = { readonly id: string; readonly number: string; readonly name: string };

const ASKING = ['debitNote', 'reclaimNotice'];

/** Claims of ours and documents that ask a partner for money, to choose from by number and partner. */
function useReceivables(isAsked: boolean): readonly Receivable[] {
  const { money } = useReader();
  const limit = '200';
  const claims = api.useQuery(
    'get',
    '/api/v1/claims',
    { params: { query: { claimant: 'us', limit } } },
    { enabled: isAsked },
  );
  const documents = api.useQuery(
    'get',
    '/api/v1/documents',
    { params: { query: { limit } } },
    { enabled: isAsked },
  );
  return [
    ...(documents.data?.rows ?? [])
      .filter(({ kind, isCancelled }) => ASKING.includes(kind) && !isCancelled)
      .map(({ settlement, number, partner, gross, currency }) => ({
        id: `document ${settlement}`,
        number,
        name: `${number} · ${partner} · ${money(gross, currency)}`,
      })),
    ...(claims.data?.rows ?? []).map(({ id, reference, partner, claimed, currency }) => ({
      id: `claim ${id}`,
      number: reference,
      name: `${reference} · ${partner} · ${money(claimed, currency)}`,
    })),
  ];
}

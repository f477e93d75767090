import { call } from '../../api/client.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { BeApprover } from '../../trial/BeApprover.tsx';
import { Deed } from '../money/Deed.tsx';
import { Deeds } from '../money/Deeds.tsx';
import { useDecider } from '../money/useDecider.ts';
import { DocumentFiles } from './DocumentFiles.tsx';
import { settlementDeedTexts } from './deedTexts.ts';
import type { Settlement } from './settlementTypes.ts';

/** What can be done with a settlement in its state, and by whom. */
export function SettlementDeeds({ settlement }: { readonly settlement: Settlement }) {
  const { state } = settlement;
  return (
    <>
      {state === 'proposed' && <Deciding settlement={settlement} />}
      {state !== 'proposed' && <Issuing settlement={settlement} />}
      {settlement.number !== null && <DocumentFiles id={settlement.id} />}
    </>
  );
}

function Deciding({ settlement }: { readonly settlement: Settlement }) {
  const say = useSay(settlementDeedTexts);
  const { money, name } = useReader();
  const params = { path: { id: settlement.id } };
  const given = settlement.levels.flatMap(({ approvedBy }) => approvedBy ?? []);
  const next = settlement.levels.find(({ approvedBy }) => approvedBy === null);
  const missing = settlement.levels.length - given.length;
  const decider = useDecider({
    ...{ scope: 'settlements:approve', role: 'approver', given },
    author: settlement.proposedBy,
  });
  const why = [say('levelsLeft', { count: missing }), decider.why].filter(Boolean).join(' ');
  return (
    <Deeds why={why}>
      {!decider.may && <BeApprover />}
      {decider.may && next !== undefined && (
        <Deed
          name={say('approve')}
          kind="primary"
          lead={say('approveLead', {
            level: name(next.name),
            amount: money(settlement.gross, settlement.currency),
            partner: settlement.partner,
          })}
          done={say('approved')}
          onDo={() => call.POST('/api/v1/settlements/{id}/approvals', { params })}
        />
      )}
      {decider.may && <Reject id={settlement.id} />}
    </Deeds>
  );
}

function Reject({ id }: { readonly id: string }) {
  const say = useSay(settlementDeedTexts);
  return (
    <Deed
      name={say('reject')}
      lead={say('rejectLead')}
      questions={[{ id: 'reason', label: say('why'), kind: 'long' }]}
      done={say('rejected')}
      onDo={({ reason = '' }) =>
        call.POST('/api/v1/settlements/{id}/rejection', { params: { path: { id } }, body: { reason } })
      }
    />
  );
}

function Issuing({ settlement }: { readonly settlement: Settlement }) {
  const say = useSay(settlementDeedTexts);
  const { id, state } = settlement;
  const params = { path: { id } };
  const { may, why } = useDecider({ scope: 'settlements:write', role: 'finance' });
  const decider = useDecider({
    ...{ scope: 'settlements:approve', role: 'approver', author: settlement.proposedBy },
  });
  const isWaiting = state === 'approved' || state === 'awaitingNumber';
  return (
    <Deeds why={isWaiting ? why : undefined}>
      {may && state === 'approved' && settlement.lacks.length === 0 && (
        <Deed
          name={say('issue')}
          kind="primary"
          lead={say('issueLead')}
          done={say('issued')}
          onDo={() => call.POST('/api/v1/settlements/{id}/issue', { params })}
        />
      )}
      {may && state === 'awaitingNumber' && settlement.lacks.length === 0 && (
        <Deed
          name={say('number')}
          kind="primary"
          lead={say('numberLead')}
          questions={[{ id: 'number', label: say('numberField') }]}
          done={say('numbered')}
          onDo={({ number = '' }) =>
            call.POST('/api/v1/settlements/{id}/number', { params, body: { number } })
          }
        />
      )}
      {decider.may && state === 'approved' && <Reject id={id} />}
      {may && state === 'issued' && settlement.cancels === null && (
        <Deed
          name={say('cancel')}
          kind="danger"
          lead={say('cancelLead')}
          questions={[{ id: 'reason', label: say('why'), kind: 'long' }]}
          done={say('cancelled')}
          onDo={({ reason = '' }) =>
            call.POST('/api/v1/settlements/{id}/cancellation', { params, body: { reason } })
          }
        />
      )}
    </Deeds>
  );
}

import { useSay } from '../../text/ReaderContext.tsx';
import { Deed } from '../money/Deed.tsx';
import { useMay } from '../money/useMay.ts';
import { runTexts } from './runTexts.ts';
import type { PlannedAccount } from './settlementTypes.ts';

type Props = {
  readonly account: PlannedAccount;
  readonly onWaive: (account: PlannedAccount, reason: string) => void;
};

/** A person answers for settling an account although lines of it are missing: in the run that is looked at. */
export function WaiveMissing({ account, onWaive }: Props) {
  const say = useSay(runTexts);
  if (!useMay('settlements:write')) return null;
  const { agreement, term } = account;
  return (
    <Deed
      name={say('waive')}
      kind="quiet"
      lead={say('waiveLead', { agreement, term })}
      questions={[{ id: 'reason', label: say('why'), kind: 'long' }]}
      done={say('waived', { agreement, term })}
      onDo={async ({ reason = '' }) => onWaive(account, reason)}
    />
  );
}

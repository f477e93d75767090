import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useSay } from '../../../text/ReaderContext.tsx';
import { BeApprover } from '../../../trial/BeApprover.tsx';
import { Button } from '../../../ui/Button.tsx';
import { useMay } from '../../money/useMay.ts';
import { useMe } from '../../money/useMe.ts';
import { ApproveDialog } from './ApproveDialog.tsx';
import styles from './Detail.module.css';
import { EndDialog } from './EndDialog.tsx';
import { RejectDialog } from './RejectDialog.tsx';
import { SubmitDialog } from './SubmitDialog.tsx';
import type { ProposalView } from './shapes.ts';
import { detailTexts } from './texts.ts';

type Deed = 'submit' | 'approve' | 'reject' | 'recall' | 'withdraw';

/** What one can do with a proposal, by its state and by who one is. */
export function ProposalActions({ proposal }: { readonly proposal: ProposalView }) {
  const say = useSay(detailTexts);
  const me = useMe();
  const writes = useMay('agreements:write');
  const mayApprove = useMay('agreements:approve');
  const [deed, setDeed] = useState<Deed>();
  const { id, agreement, state, submitted } = proposal;
  const isAuthor = submitted?.authors.some((author) => author === me?.id) ?? false;
  const approves = mayApprove && state === 'inReview';
  const close = () => setDeed(undefined);
  const button = (name: Deed, kind?: 'primary' | 'danger') => (
    <Button onPress={() => setDeed(name)} {...(kind && { kind })}>
      {say(`do.${name}`)}
    </Button>
  );
  return (
    <>
      <div className={styles.actions}>
        {approves && !isAuthor && button('approve', 'primary')}
        {approves && !isAuthor && button('reject', 'danger')}
        {writes && state === 'draft' && button('submit', 'primary')}
        {writes && state === 'draft' && (
          <Link
            to="/agreements/$code/edit"
            params={{ code: agreement }}
            search={{ proposal: id }}
            className={styles.link ?? ''}
          >
            {say('edit')}
          </Link>
        )}
        {writes && state === 'inReview' && button('recall')}
        {writes && button('withdraw', 'danger')}
      </div>
      {state === 'inReview' && isAuthor && (
        <>
          <p>
            {say('otherApproves')} <Link to="/settings">{say('whoApproves')}</Link>
          </p>
          <div className={styles.actions}>
            <BeApprover />
          </div>
        </>
      )}
      {deed === 'submit' && <SubmitDialog proposal={proposal} onClose={close} />}
      {deed === 'approve' && <ApproveDialog proposal={proposal} onClose={close} />}
      {deed === 'reject' && <RejectDialog proposal={proposal} onClose={close} />}
      {(deed === 'recall' || deed === 'withdraw') && (
        <EndDialog proposal={proposal} deed={deed} onClose={close} />
      )}
    </>
  );
}

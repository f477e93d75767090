import { useSay } from '../../text/ReaderContext.tsx';
import { Section } from '../../ui/Section.tsx';
import { useDecider } from '../money/useDecider.ts';
import { AuditPackage } from './AuditPackage.tsx';
import { AuditTrail } from './AuditTrail.tsx';
import { auditTexts } from './auditTexts.ts';
import { LedgerFrame } from './LedgerFrame.tsx';
import { VerifyChain } from './VerifyChain.tsx';

/** Who did what, that nothing of it was changed, and packages for auditors. */
export function AuditPage() {
  const say = useSay(auditTexts);
  const { may, why } = useDecider({ scope: 'audit:read', role: 'approver' });
  if (!may)
    return (
      <LedgerFrame lead={say('lead')}>
        <p>{why}</p>
      </LedgerFrame>
    );
  return (
    <LedgerFrame lead={say('lead')}>
      <Section title={say('verify')} lead={say('verifyLead')}>
        <VerifyChain />
      </Section>
      <Section title={say('trail')} lead={say('trailLead')}>
        <AuditTrail />
      </Section>
      <Section title={say('pack')} lead={say('packLead')}>
        <AuditPackage />
      </Section>
    </LedgerFrame>
  );
}

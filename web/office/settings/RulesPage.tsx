import { Link } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import { useSay } from '../../text/ReaderContext.tsx';
import { Section } from '../../ui/Section.tsx';
import { useMay } from '../money/useMay.ts';
import { RulesSection } from './RulesSection.tsx';
import { ruleTexts } from './ruleTexts.ts';
import styles from './Settings.module.css';
import { SettingsFrame } from './SettingsFrame.tsx';

/** By which rules we approve, and where the others are. */
export function RulesPage() {
  const say = useSay(ruleTexts);
  return (
    <SettingsFrame lead={say('lead')}>
      <ApprovalRules />
      <OtherRules />
    </SettingsFrame>
  );
}

function ApprovalRules() {
  const say = useSay(ruleTexts);
  const rules = api.useQuery('get', '/api/v1/approval-rules');
  const propose = api.useMutation('post', '/api/v1/approval-rules');
  const confirm = api.useMutation('post', '/api/v1/approval-rules/{version}/confirmation');
  return (
    <RulesSection
      title={say('approval')}
      lead={say('approvalLead')}
      mayDecide={useMay('agreements:approve')}
      rules={rules}
      propose={{
        ...propose,
        send: (text, onSuccess) => propose.mutate({ body: { rules: text } }, { onSuccess }),
      }}
      confirm={{ ...confirm, send: (version) => confirm.mutate({ params: { path: { version } } }) }}
    />
  );
}

/** What is set where it is used. */
function OtherRules() {
  const say = useSay(ruleTexts);
  return (
    <Section title={say('others')} lead={say('othersLead')}>
      <ul className={styles.others}>
        <li>
          <Link to="/settlement/accounts">{say('payment')}</Link>
        </li>
        <li>
          <Link to="/settlement/numbering">{say('numbering')}</Link>
        </li>
        <li>
          <Link to="/ledger">{say('accounts')}</Link>
        </li>
        <li>
          <Link to="/claims/rules">{say('claims')}</Link>
        </li>
        <li>
          <Link to="/ledger/months">{say('months')}</Link>
        </li>
      </ul>
    </Section>
  );
}

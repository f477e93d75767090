import { api } from '../../api/client.ts';
import { useSay } from '../../text/ReaderContext.tsx';
import { useMay } from '../money/useMay.ts';
import { AccountRules } from './AccountRules.tsx';
import { RulesSection } from './RulesSection.tsx';
import { ruleTexts } from './ruleTexts.ts';
import { SettingsFrame } from './SettingsFrame.tsx';

/** By which rules we approve and pay, and which account stands for what. */
export function RulesPage() {
  const say = useSay(ruleTexts);
  return (
    <SettingsFrame lead={say('lead')}>
      <ApprovalRules />
      <PaymentRules />
      <AccountRules />
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
      propose={{ ...propose, send: (text) => propose.mutate({ body: { rules: text } }) }}
      confirm={{ ...confirm, send: (version) => confirm.mutate({ params: { path: { version } } }) }}
    />
  );
}

function PaymentRules() {
  const say = useSay(ruleTexts);
  const rules = api.useQuery('get', '/api/v1/payment-rules');
  const propose = api.useMutation('post', '/api/v1/payment-rules');
  const confirm = api.useMutation('post', '/api/v1/payment-rules/{version}/confirmation');
  return (
    <RulesSection
      title={say('payment')}
      lead={say('paymentLead')}
      mayDecide={useMay('bank:approve')}
      rules={rules}
      propose={{ ...propose, send: (text) => propose.mutate({ body: { rules: text } }) }}
      confirm={{ ...confirm, send: (version) => confirm.mutate({ params: { path: { version } } }) }}
    />
  );
}

import { api } from '../../api/client.ts';
import type { paths } from '../../api/openApi.ts';
import { useSay } from '../../text/ReaderContext.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Section } from '../../ui/Section.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useMay } from '../money/useMay.ts';
import { RulesText } from './RulesText.tsx';
import { ruleTexts } from './ruleTexts.ts';
import styles from './Settings.module.css';

type Body = paths['/api/v1/ledger/account-rules']['put']['requestBody']['content']['application/json'];

/** Which account of the general ledger stands for what. */
export function AccountRules() {
  const say = useSay(ruleTexts);
  const mayChange = useMay('ledger:write');
  const rules = api.useQuery('get', '/api/v1/ledger/account-rules');
  const set = api.useMutation('put', '/api/v1/ledger/account-rules');
  const { data, error } = rules;
  return (
    <Section title={say('accounts')} lead={say('accountsLead')}>
      {error !== null && <Failure error={error} onRetry={() => void rules.refetch()} />}
      {rules.isPending && <Skeleton />}
      {data !== undefined && (
        <>
          {data.rules.length === 0 ? (
            <p>{say('none')}</p>
          ) : (
            <pre className={styles.json}>{JSON.stringify(data.rules, null, 2)}</pre>
          )}
          {mayChange && (
            <RulesText
              start={{ rules: data.rules }}
              deed={{ ...set, send: (text) => set.mutate({ body: text as Body }) }}
              send={say('save')}
              done={say('saved')}
            />
          )}
        </>
      )}
    </Section>
  );
}

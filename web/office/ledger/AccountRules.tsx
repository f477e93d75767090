import { api, call } from '../../api/client.ts';
import type { paths } from '../../api/openApi.ts';
import { useSay } from '../../text/ReaderContext.tsx';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Deed } from '../money/Deed.tsx';
import { Deeds } from '../money/Deeds.tsx';
import { useDecider } from '../money/useDecider.ts';
import { ledgerWords } from './ledgerWords.ts';
import { ledgerTexts } from './texts.ts';

type Rules =
  paths['/api/v1/ledger/account-rules']['get']['responses'][200]['content']['application/json']['rules'];

/** Which account of the general ledger stands for what. */
export function AccountRules() {
  const say = useSay(ledgerTexts);
  const found = api.useQuery('get', '/api/v1/ledger/account-rules');
  const { may, why } = useDecider({ scope: 'ledger:write', role: 'finance' });
  return (
    <Loaded query={found} rows={3}>
      {({ rules }) => (
        <>
          {rules.length === 0 ? <p>{say('noRules')}</p> : <RuleTable rules={rules} />}
          <Deeds why={why}>
            {may && (
              <Deed
                key={JSON.stringify(rules)}
                name={say('setRules')}
                lead={say('accountRulesLead')}
                questions={[
                  {
                    ...{ id: 'rules', label: say('rulesFile'), kind: 'long' },
                    value: JSON.stringify(rules, null, 2),
                  },
                ]}
                done={say('rulesSet')}
                onDo={async ({ rules: text = '[]' }) =>
                  call.PUT('/api/v1/ledger/account-rules', { body: { rules: JSON.parse(text) } })
                }
              />
            )}
          </Deeds>
        </>
      )}
    </Loaded>
  );
}

function RuleTable({ rules }: { readonly rules: Rules }) {
  const say = useSay(ledgerTexts);
  const sayWord = useSay(ledgerWords);
  const columns: readonly Column<Rules[number]>[] = [
    { id: 'account', title: say('account'), isMain: true, cell: ({ account }) => account },
    { id: 'role', title: say('role'), isPlain: true, cell: ({ role }) => sayWord(`role.${role}`) },
    {
      id: 'for',
      title: say('ruleFor'),
      isPlain: true,
      cell: ({ account: _account, role: _role, event, ...only }) =>
        [event && sayWord(`event.${event}` as 'event.pay'), ...Object.values(only)]
          .filter(Boolean)
          .join(' · '),
    },
  ];
  return (
    <DataTable
      caption={say('accountRules')}
      columns={columns}
      rows={rules}
      rowKey={(rule) => JSON.stringify(rule)}
    />
  );
}

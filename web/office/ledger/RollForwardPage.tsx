import { useNavigate, useSearch } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import { useSay } from '../../text/ReaderContext.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { narrowed, said } from '../money/addressOf.ts';
import { moneyTexts } from '../money/texts.ts';
import { useCompanies } from '../money/useChoices.ts';
import { LedgerFilter } from './LedgerFilter.tsx';
import { LedgerFrame } from './LedgerFrame.tsx';
import { ledgerWords } from './ledgerWords.ts';
import { RolledTable } from './RolledTable.tsx';
import { ledgerTexts } from './texts.ts';

const ROLES = [
  'accruedLiability',
  'accruedReceivable',
  'rebateExpense',
  'rebateIncome',
  'claimedReceivable',
  'partnerPayable',
  'partnerReceivable',
] as const;

/** What each account opened with, what moved it, and what it closed with. */
export function RollForwardPage() {
  const say = useSay(ledgerTexts);
  const sayMoney = useSay(moneyTexts);
  const sayWord = useSay(ledgerWords);
  const navigate = useNavigate({ from: '/ledger/roll-forward' });
  const { cursor: _cursor, passed: _passed, ...address } = useSearch({ from: '/ledger/roll-forward' });
  const today = useCompanies()[0]?.today ?? '';
  const { in: currencyOf, role = '', ...selection } = address;
  const from = selection.from ?? (today === '' ? '' : `${today.slice(0, 4)}-01-01`);
  const until = selection.until ?? today;
  const inBooks = currencyOf === 'books' ? 'books' : 'own';
  const query = { ...said({ ...selection }), from, until, in: inBooks } as const;
  const list = api.useQuery(
    'get',
    '/api/v1/ledger/roll-forward',
    { params: { query } },
    { enabled: from !== '' && until !== '' },
  );
  const narrow = (wanted: Readonly<Record<string, string>>) =>
    void navigate({ search: (old) => narrowed(old, wanted) });
  return (
    <LedgerFrame lead={say('rollLead')}>
      <LedgerFilter
        selection={{ ...selection, from, until }}
        onNarrow={narrow}
        onClear={() => void navigate({ search: {} })}
      >
        <SelectField
          label={say('role')}
          choices={[
            { id: 'all', name: sayMoney('all') },
            ...ROLES.map((id) => ({ id, name: sayWord(`role.${id}`) })),
          ]}
          value={role === '' ? 'all' : role}
          onChange={(id) => narrow({ role: id === 'all' ? '' : id })}
        />
        <SelectField
          label={say('in')}
          choices={(['own', 'books'] as const).map((id) => ({ id, name: say(id) }))}
          value={inBooks}
          onChange={(id) => narrow({ in: id === 'own' ? '' : id })}
        />
      </LedgerFilter>
      {(from === '' || until === '') && <p>{say('chooseDays')}</p>}
      <Loaded query={list}>
        {({ rows }) => {
          const shown = rows.filter((row) => role === '' || row.role === role);
          if (shown.length === 0)
            return (
              <Notice title={say('emptyTitle')}>
                <p>{say('emptyText')}</p>
              </Notice>
            );
          return [...Map.groupBy(shown, ({ currency }) => currency)].map(([currency, own]) => (
            <RolledTable key={currency} currency={currency} rows={own} />
          ));
        }}
      </Loaded>
    </LedgerFrame>
  );
}

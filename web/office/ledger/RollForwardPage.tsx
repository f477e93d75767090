import { useSearch } from '@tanstack/react-router';
import { after } from '../../api/after.ts';
import { api } from '../../api/client.ts';
import { said } from '../../shell/textsIn.ts';
import { useAddressText } from '../../shell/useAddressText.ts';
import { useSay } from '../../text/ReaderContext.tsx';
import { LongLoaded } from '../../ui/LongLoaded.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { OneOrAll } from '../money/OneOrAll.tsx';
import { useCompanyList } from '../money/useChoices.ts';
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
  const sayWord = useSay(ledgerWords);
  const { cursor: _cursor, passed: _passed, ...address } = useSearch({ from: '/ledger/roll-forward' });
  const companies = useCompanyList();
  const today = companies.data?.rows[0]?.today ?? '';
  const { in: currencyOf, role = '', ...selection } = address;
  const from = selection.from ?? (today === '' ? '' : `${today.slice(0, 4)}-01-01`);
  const until = selection.until ?? today;
  const [, setIn] = useAddressText('in');
  const inBooks = currencyOf === 'books' ? 'books' : 'own';
  const query = {
    ...said({ ...selection, role: roleOf(role) }),
    ...({ from, until, in: inBooks } as const),
  };
  const list = api.useQuery(
    'get',
    '/api/v1/ledger/roll-forward',
    { params: { query } },
    { enabled: from !== '' && until !== '' },
  );
  return (
    <LedgerFrame lead={say('rollLead')}>
      <LedgerFilter days={{ from, until }} more={['role', 'in']}>
        <OneOrAll
          name="role"
          label={say('role')}
          choices={ROLES.map((id) => ({ id, name: sayWord(`role.${id}`) }))}
        />
        <SelectField
          label={say('in')}
          choices={(['own', 'books'] as const).map((id) => ({ id, name: say(id) }))}
          value={inBooks}
          onChange={(id) => setIn(id === 'own' ? '' : id)}
        />
      </LedgerFilter>
      {(from === '' || until === '') && !companies.isPending && companies.error === null && (
        <p>{say('chooseDays')}</p>
      )}
      <LongLoaded
        queryKey={['get', '/api/v1/ledger/roll-forward', { params: { query } }]}
        query={after(companies, list)}
      >
        {({ rows }) => {
          if (rows.length === 0)
            return (
              <Notice title={say('emptyTitle')}>
                <p>{say('emptyText')}</p>
              </Notice>
            );
          return [...Map.groupBy(rows, ({ currency }) => currency)].map(([currency, own]) => (
            <RolledTable key={currency} currency={currency} rows={own} />
          ));
        }}
      </LongLoaded>
    </LedgerFrame>
  );
}

/** The role in the address; nonsense counts as none. */
function roleOf(text: string): (typeof ROLES)[number] | undefined {
  return ROLES.find((role) => role === text);
}

import { useNavigate, useSearch } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import { PagedList } from '../../shell/PagedList.tsx';
import { PAGED, pageQuery } from '../../shell/paging.ts';
import { said } from '../../shell/textsIn.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { OneOrAll } from '../money/OneOrAll.tsx';
import { SavedViews } from '../views/SavedViews.tsx';
import { viewFilterOf } from '../views/viewFilter.ts';
import { LedgerFilter, type LedgerSelection } from './LedgerFilter.tsx';
import { LedgerFrame } from './LedgerFrame.tsx';
import { ledgerWords } from './ledgerWords.ts';
import { TransferTable } from './TransferTable.tsx';
import { ledgerTexts } from './texts.ts';

type After<Key> = Key extends `role.${infer Role}` ? Role : never;
type Role = After<keyof (typeof ledgerWords)['en']>;

/** What happened, as the books say it. */
const EVENTS = [
  ...(['open', 'accrue', 'stock', 'claim', 'settle', 'tax', 'pay', 'receive', 'bank'] as const),
  ...(['writeOff', 'lapse', 'withhold', 'advance', 'offset', 'intercompany'] as const),
  ...(['exchange', 'deduct', 'fund'] as const),
] as const;
const ROLES = Object.keys(ledgerWords.en).flatMap((key) =>
  key.startsWith('role.') ? [key.slice('role.'.length) as Role] : [],
);
const VIEWED = ['company', 'partner', 'agreement', 'item', 'from', 'until', 'event'] as const;

/** What was posted, each with what it comes from. */
export function TransfersPage() {
  const say = useSay(ledgerTexts);
  const sayWord = useSay(ledgerWords);
  const navigate = useNavigate({ from: '/ledger/transfers' });
  const {
    passed: _,
    cursor,
    event: asked,
    role: named,
    ...selection
  } = useSearch({ from: '/ledger/transfers' });
  const event = EVENTS.find((one) => one === asked);
  const role = ROLES.find((one) => one === named);
  const query = pageQuery({ ...selection, event, role, cursor });
  const list = api.useQuery('get', '/api/v1/ledger/transfers', { params: { query } }, PAGED);
  return (
    <LedgerFrame lead={say('transferLead')}>
      <LedgerFilter more={['event', 'role']}>
        <OneOrAll
          name="role"
          label={say('account')}
          choices={ROLES.map((id) => ({ id, name: sayWord(`role.${id}`) }))}
        />
        <OneOrAll
          name="event"
          label={say('event')}
          choices={EVENTS.map((id) => ({ id, name: sayWord(`event.${id}`) }))}
        />
        <SavedViews
          list="ledger"
          filter={viewFilterOf({ ...selection, event }, VIEWED)}
          onChoose={(search) => void navigate({ search })}
        />
      </LedgerFilter>
      {role !== undefined && event === undefined && <AccountSum role={role} selection={said(selection)} />}
      <PagedList list={list} empty={{ title: say('emptyTitle'), text: say('emptyText') }}>
        {(rows, isStale) => <TransferTable rows={rows} isStale={isStale} />}
      </PagedList>
    </LedgerFrame>
  );
}

type SumProps = { readonly role: Role; readonly selection: Partial<LedgerSelection> };

/** What the transfers below come to on the account that was chosen: the figure of the balances that led here. */
function AccountSum({ role, selection }: SumProps) {
  const say = useSay(ledgerTexts);
  const sayWord = useSay(ledgerWords);
  const { money } = useReader();
  const balances = api.useQuery('get', '/api/v1/ledger/balances', { params: { query: selection } });
  const own = balances.data?.rows.filter((row) => row.role === role) ?? [];
  return own.map(({ company, account, currency, balance }) => (
    <p key={`${company} ${account} ${currency}`}>
      {say('accountSum', { company, account: sayWord(`role.${role}`) })}{' '}
      <strong>{money(balance, currency)}</strong>
    </p>
  ));
}

import { useNavigate, useSearch } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { ComboField } from '../../ui/ComboField.tsx';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Named } from '../../ui/Named.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { type Meaning, Tag } from '../../ui/Tag.tsx';
import { narrowed, said } from '../money/addressOf.ts';
import { FilterBar } from '../money/FilterBar.tsx';
import { ListPager, PAGE_ROWS } from '../money/ListPager.tsx';
import { PartnerName } from '../money/PartnerName.tsx';
import { moneyTexts } from '../money/texts.ts';
import { useActorName } from '../money/useActorName.ts';
import { usePartners } from '../money/useChoices.ts';
import { accountTexts } from './accountTexts.ts';
import { ChangeDeeds } from './ChangeDeeds.tsx';
import type { AccountChange } from './paymentTypes.ts';
import { SayBankAccount } from './SayBankAccount.tsx';

/** Who has said where to pay whom, and who has decided; what waits can be decided here. */
export function AccountChanges() {
  const say = useSay(accountTexts);
  const sayMoney = useSay(moneyTexts);
  const navigate = useNavigate({ from: '/settlement/accounts' });
  const address = useSearch({ from: '/settlement/accounts' });
  const { partner = '', cursor, passed } = address;
  const waiting = address.waiting === 'true' ? 'true' : undefined;
  const query = { limit: String(PAGE_ROWS), ...said({ partner, waiting, cursor }) };
  const list = api.useQuery('get', '/api/v1/bank-account-changes', { params: { query } });
  const narrow = (wanted: Readonly<Record<string, string>>) =>
    void navigate({ search: (old) => narrowed(old, wanted), resetScroll: false });
  return (
    <>
      <SayBankAccount />
      <FilterBar>
        <ComboField
          label={say('partner')}
          placeholder={sayMoney('all')}
          choices={usePartners()}
          value={partner}
          onChange={(id) => narrow({ partner: id })}
        />
        <SelectField
          label={say('show')}
          choices={[
            { id: 'all', name: sayMoney('all') },
            { id: 'true', name: say('waitingOnly') },
          ]}
          value={waiting ?? 'all'}
          onChange={(id) => narrow({ waiting: id === 'all' ? '' : id })}
        />
      </FilterBar>
      <Loaded query={list} rows={4}>
        {({ rows, next }) =>
          rows.length === 0 ? (
            <p>{say('noChanges')}</p>
          ) : (
            <>
              <ChangeTable rows={rows} />
              <ListPager
                count={rows.length}
                next={next}
                passed={passed}
                onNext={(page) => void navigate({ search: (old) => ({ ...old, ...page }) })}
              />
            </>
          )
        }
      </Loaded>
    </>
  );
}

const MEANINGS: Readonly<Record<AccountChange['decision'], Meaning>> = {
  waits: 'attention',
  approved: 'good',
  rejected: 'neutral',
};

function ChangeTable({ rows }: { readonly rows: readonly AccountChange[] }) {
  const say = useSay(accountTexts);
  const { day, instant } = useReader();
  const nameOf = useActorName();
  const columns: readonly Column<AccountChange>[] = [
    {
      id: 'partner',
      title: say('partner'),
      isMain: true,
      cell: ({ partner, saidBy, saidAt }) => (
        <PartnerName
          code={partner}
          below={
            saidBy === null || saidAt === null
              ? partner
              : say('said', { name: nameOf(saidBy), instant: instant(saidAt) })
          }
        />
      ),
    },
    {
      id: 'account',
      title: say('account'),
      isPlain: true,
      cell: ({ account, validFrom }) => (
        <Named
          name={
            account === null
              ? say('ended')
              : [account.holder, account.iban ?? account.number, account.bic ?? account.bankCode]
                  .filter((text) => text !== null)
                  .join(' · ')
          }
          code={say('from', { day: day(validFrom) })}
        />
      ),
    },
    {
      id: 'decision',
      title: say('decision'),
      isPlain: true,
      cell: ({ decision, payableFrom, decidedBy, decidedAt, reason }) => (
        <>
          <Tag meaning={MEANINGS[decision]}>{say(`is.${decision}`)}</Tag>
          {payableFrom !== null && <div>{say('payableFrom', { day: day(payableFrom) })}</div>}
          {decidedBy !== null && decidedAt !== null && (
            <div>{say('decided', { name: nameOf(decidedBy), instant: instant(decidedAt) })}</div>
          )}
          {reason !== null && <div>“{reason}”</div>}
        </>
      ),
    },
    { id: 'deeds', title: say('show'), isPlain: true, cell: (change) => <ChangeDeeds change={change} /> },
  ];
  return (
    <DataTable
      caption={say('changes')}
      columns={columns}
      rows={rows}
      rowKey={({ partner, batch }) => `${partner} ${batch}`}
    />
  );
}

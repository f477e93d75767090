import { useSearch } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import { PagedList } from '../../shell/PagedList.tsx';
import { PAGED, pageQuery } from '../../shell/paging.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { Named } from '../../ui/Named.tsx';
import { type Meaning, Tag } from '../../ui/Tag.tsx';
import { FilterBar } from '../money/FilterBar.tsx';
import { OfPartner } from '../money/OneOfMany.tsx';
import { OneOrAll } from '../money/OneOrAll.tsx';
import { PartnerName } from '../money/PartnerName.tsx';
import { useActorName } from '../money/useActorName.ts';
import { accountTexts } from './accountTexts.ts';
import { ChangeDeeds } from './ChangeDeeds.tsx';
import type { AccountChange } from './paymentTypes.ts';
import { SayBankAccount } from './SayBankAccount.tsx';

/** Who has said where to pay whom, and who has decided; what waits can be decided here. */
export function AccountChanges() {
  const say = useSay(accountTexts);
  const address = useSearch({ from: '/settlement/accounts' });
  const { partner, cursor } = address;
  const waiting = address.waiting === 'true' ? 'true' : undefined;
  const query = pageQuery({ partner, waiting, cursor });
  const list = api.useQuery('get', '/api/v1/bank-account-changes', { params: { query } }, PAGED);
  return (
    <>
      <SayBankAccount />
      <FilterBar names={['partner', 'waiting']}>
        <OfPartner />
        <OneOrAll name="waiting" label={say('show')} choices={[{ id: 'true', name: say('waitingOnly') }]} />
      </FilterBar>
      <PagedList list={list} empty={{ text: say('noChanges') }}>
        {(rows) => <ChangeTable rows={rows} />}
      </PagedList>
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
  const columns = useChangeColumns();
  return (
    <DataTable
      caption={say('changes')}
      columns={columns}
      rows={rows}
      rowKey={({ partner, batch }) => `${partner} ${batch}`}
    />
  );
}

function useChangeColumns(): readonly Column<AccountChange>[] {
  const say = useSay(accountTexts);
  const { day, instant } = useReader();
  const nameOf = useActorName();
  return [
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
}

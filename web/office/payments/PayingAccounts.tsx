import { api } from '../../api/client.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Named } from '../../ui/Named.tsx';
import { accountTexts } from './accountTexts.ts';
import type { PayingAccount } from './paymentTypes.ts';
import { SetPayingAccount } from './SetPayingAccount.tsx';

/** The accounts of ours that are paid from, by their ends. */
export function PayingAccounts() {
  const say = useSay(accountTexts);
  const { count } = useReader();
  const list = api.useQuery('get', '/api/v1/paying-accounts');
  const columns: readonly Column<PayingAccount>[] = [
    {
      id: 'code',
      title: say('code'),
      isMain: true,
      cell: ({ code, holder }) => <Named name={code} code={holder} />,
    },
    {
      id: 'account',
      title: say('account'),
      isPlain: true,
      cell: ({ iban, number, bic, bankCode }) => <Named name={iban ?? number} code={bic ?? bankCode ?? ''} />,
    },
    { id: 'company', title: say('company'), cell: ({ company }) => company },
    { id: 'file', title: say('file'), cell: ({ file, version }) => `${file} · ${count(version)}` },
    { id: 'currency', title: say('currency'), isFirst: true, cell: ({ currency }) => currency },
  ];
  return (
    <>
      <SetPayingAccount />
      <Loaded query={list} rows={2}>
        {({ rows }) =>
          rows.length === 0 ? (
            <p>{say('noOurs')}</p>
          ) : (
            <DataTable caption={say('ours')} columns={columns} rows={rows} rowKey={({ code }) => code} />
          )
        }
      </Loaded>
    </>
  );
}

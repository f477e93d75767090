import { Link } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import { said } from '../../shell/textsIn.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { Amount } from '../../ui/Amount.tsx';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Named } from '../../ui/Named.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { PartnerName } from '../money/PartnerName.tsx';
import { moneyTexts } from '../money/texts.ts';
import { useCompanies } from '../money/useChoices.ts';
import { payableTexts } from './payableTexts.ts';
import type { Payable } from './paymentTypes.ts';
import { paymentWords } from './paymentWords.ts';

type Props = { readonly company: string | undefined; readonly partner: string | undefined };

/** What we owe by documents that stand, by due day; each amount opens its document. */
export function PayableTable({ company, partner }: Props) {
  const say = useSay(payableTexts);
  const list = api.useQuery('get', '/api/v1/payables', {
    params: { query: said({ company, partner }) },
  });
  const columns = usePayableColumns();
  return (
    <Loaded query={list} rows={4}>
      {({ rows }) =>
        rows.length === 0 ? (
          <p>{say('nothing')}</p>
        ) : (
          <DataTable
            caption={say('payables')}
            columns={columns}
            rows={rows}
            rowKey={({ settlement }) => settlement}
          />
        )
      }
    </Loaded>
  );
}

function usePayableColumns(): readonly Column<Payable>[] {
  const say = useSay(payableTexts);
  const sayMoney = useSay(moneyTexts);
  const sayWord = useSay(paymentWords);
  const { day } = useReader();
  const companies = useCompanies();
  return [
    {
      id: 'partner',
      title: sayMoney('partner'),
      isMain: true,
      cell: (row) => <PartnerName code={row.partner} />,
    },
    {
      id: 'document',
      title: say('document'),
      isPlain: true,
      cell: ({ number, issuedOn }) => <Named name={number} code={say('issuedOn', { day: day(issuedOn) })} />,
    },
    { id: 'method', title: say('method'), cell: ({ method }) => sayWord(`method.${method}`) },
    {
      id: 'due',
      title: say('due'),
      isPlain: true,
      cell: ({ company: of, dueOn }) => {
        const today = companies.find(({ id }) => id === of)?.today;
        return (
          <>
            {day(dueOn)}{' '}
            {today !== undefined && (
              <Tag meaning={dueOn <= today ? 'attention' : 'neutral'}>
                {say(dueOn <= today ? 'isDue' : 'notDue')}
              </Tag>
            )}
          </>
        );
      },
    },
    {
      id: 'amount',
      title: say('amount'),
      isFigure: true,
      isFirst: true,
      cell: ({ settlement, amount, currency }) => (
        <Link to="/settlement" search={{ settlement }}>
          <Amount exact={amount} currency={currency} />
        </Link>
      ),
    },
  ];
}

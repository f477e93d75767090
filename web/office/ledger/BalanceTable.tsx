import { Link } from '@tanstack/react-router';
import { said } from '../../shell/textsIn.ts';
import { isSameFigure, sumText } from '../../text/figures.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { Named } from '../../ui/Named.tsx';
import { Section } from '../../ui/Section.tsx';
import { Tag } from '../../ui/Tag.tsx';
import type { LedgerSelection } from './LedgerFilter.tsx';
import type { LedgerBalance } from './ledgerTypes.ts';
import { ledgerWords } from './ledgerWords.ts';
import { ownAccount } from './ownAccount.ts';
import { ledgerTexts } from './texts.ts';

type Props = { readonly rows: readonly LedgerBalance[]; readonly selection: LedgerSelection };

/** The accounts of one company in one currency; each balance opens its transfers. */
export function BalanceTable({ rows, selection }: Props) {
  const say = useSay(ledgerTexts);
  const sayWord = useSay(ledgerWords);
  const { moneyFigure, money, inCurrency } = useReader();
  const [first] = rows;
  if (first === undefined) return null;
  const { company, currency } = first;
  const sum = sumText(rows.map(({ balance }) => balance)) ?? '0';
  const isForeign = rows.some(({ book }) => book.currency !== currency);
  const roleOf = ({ role }: LedgerBalance) => sayWord(`role.${role}` as 'role.bank');
  const columns: readonly Column<LedgerBalance>[] = [
    {
      id: 'account',
      title: say('account'),
      isMain: true,
      cell: (row) => <Named name={roleOf(row)} code={ownAccount(row.account, row.role)} />,
    },
    ...(isForeign
      ? [
          {
            id: 'books',
            title: say('inBooks'),
            isFigure: true,
            cell: ({ book }: LedgerBalance) => money(book.balance, book.currency),
          },
        ]
      : []),
    {
      id: 'balance',
      title: inCurrency(say('balance'), currency),
      isFigure: true,
      isFirst: true,
      cell: (row) => (
        <Link
          to="/ledger/transfers"
          search={{ ...said({ ...selection }), company, role: row.role }}
          aria-label={say('toTransfers', { account: roleOf(row), amount: money(row.balance, currency) })}
        >
          {moneyFigure(row.balance, currency)}
        </Link>
      ),
    },
  ];
  const isWhole = isSameFigure(sum, '0');
  return (
    <Section title={say('trial', { company, currency })}>
      <DataTable
        caption={say('trial', { company, currency })}
        columns={columns}
        rows={rows}
        rowKey={({ account, role }) => `${role} ${account}`}
        foot={{
          account: isWhole ? <Tag meaning="good">{say('sumZero')}</Tag> : say('sum'),
          balance: moneyFigure(sum, currency),
        }}
      />
    </Section>
  );
}

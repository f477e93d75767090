import { Link } from '@tanstack/react-router';
import { api, type Schemas } from '../../api/client.ts';
import { SmallLadder } from '../../ladder/SmallLadder.tsx';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { Amount } from '../../ui/Amount.tsx';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { Named } from '../../ui/Named.tsx';
import { Section } from '../../ui/Section.tsx';
import { homeTexts } from './texts.ts';

/** The largest amounts, each with the way to the next tier. */
export function LargestAmounts() {
  const say = useSay(homeTexts);
  const { data } = api.useQuery('get', '/api/v1/earnings', { params: { query: { limit: '6' } } });
  if (data === undefined || data.rows.length === 0) return null;
  return (
    <Section title={say('largest')}>
      <AmountTable rows={data.rows} />
      <Link to="/earnings">{say('allEarnings')}</Link>
    </Section>
  );
}

function AmountTable({ rows }: { readonly rows: readonly Schemas['Earning'][] }) {
  const say = useSay(homeTexts);
  const reader = useReader();
  const columns: readonly Column<Schemas['Earning']>[] = [
    {
      id: 'partner',
      title: say('partner'),
      isMain: true,
      cell: ({ partner, partnerName }) => <Named name={partnerName} code={partner} />,
    },
    {
      id: 'agreement',
      title: say('agreement'),
      isPlain: true,
      cell: ({ agreementName, window }) => (
        <Named name={reader.name(agreementName)} code={reader.span(window)} />
      ),
    },
    {
      id: 'way',
      title: say('way'),
      isPlain: true,
      width: '30%',
      cell: (earning) => <SmallLadder standing={earning} />,
    },
    {
      id: 'earned',
      title: say('earned'),
      isFigure: true,
      isFirst: true,
      cell: ({ id, amount, currency }) => (
        <Link to="/earnings" search={{ earning: id }}>
          <Amount exact={amount} currency={currency} />
        </Link>
      ),
    },
  ];
  return <DataTable caption={say('largest')} columns={columns} rows={rows} rowKey={({ id }) => id} />;
}

import { Link } from '@tanstack/react-router';
import type { Schemas } from '../../api/client.ts';
import { SmallLadder } from '../../ladder/SmallLadder.tsx';
import { rateText, tierText, wayText } from '../../ladder/tierTexts.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { Amount } from '../../ui/Amount.tsx';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { Named } from '../../ui/Named.tsx';
import { DirectionNote } from './DirectionNote.tsx';
import styles from './Earnings.module.css';
import { earningsTexts } from './texts.ts';

type Earning = Schemas['Earning'];

type Props = { readonly rows: readonly Earning[]; readonly isStale: boolean };

/** Who has earned what: each amount opens its explanation. */
export function EarningTable({ rows, isStale }: Props) {
  const say = useSay(earningsTexts);
  const columns = useEarningColumns();
  return (
    <DataTable
      caption={say('caption')}
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      isStale={isStale}
    />
  );
}

function useEarningColumns(): readonly Column<Earning>[] {
  const say = useSay(earningsTexts);
  const reader = useReader();
  return [
    {
      id: 'partner',
      title: say('partner'),
      isMain: true,
      width: '18%',
      cell: ({ partner, partnerName }) => <Named name={partnerName} code={partner} />,
    },
    {
      id: 'agreement',
      title: say('agreementAndWindow'),
      isPlain: true,
      width: '32%',
      cell: ({ agreement, agreementName, window }) => (
        <Named name={reader.name(agreementName)} code={`${agreement} · ${reader.span(window)}`} />
      ),
    },
    {
      id: 'tier',
      title: say('tier'),
      isPlain: true,
      width: '12%',
      cell: (earning) => <Named name={tierText(earning, reader)} code={rateText(earning, reader)} />,
    },
    {
      id: 'way',
      title: say('way'),
      isPlain: true,
      cell: (earning) => (
        <>
          <SmallLadder standing={earning} />
          <span className={styles.way} aria-hidden="true">
            {wayText(earning, reader)}
          </span>
        </>
      ),
    },
    {
      id: 'amount',
      title: say('earned'),
      isFigure: true,
      isFirst: true,
      width: '14%',
      cell: (earning) => <AmountLink earning={earning} />,
    },
  ];
}

function AmountLink({ earning }: { readonly earning: Earning }) {
  const say = useSay(earningsTexts);
  const { money } = useReader();
  const { id, amount, currency, partnerName, direction, blockedLines } = earning;
  return (
    <>
      <Link
        from="/earnings"
        to="/earnings"
        search={(old) => ({ ...old, earning: id })}
        resetScroll={false}
        className={styles.amount ?? ''}
        aria-label={say('explain', { amount: money(amount, currency), partner: partnerName })}
      >
        <Amount exact={amount} currency={currency} />
      </Link>
      <DirectionNote direction={direction} />
      {blockedLines > 0 && <span className={styles.blocked}>{say('blocked', { count: blockedLines })}</span>}
    </>
  );
}

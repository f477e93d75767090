import { Link } from '@tanstack/react-router';
import { call } from '../../api/client.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { Named } from '../../ui/Named.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { Deed } from '../money/Deed.tsx';
import { Deeds } from '../money/Deeds.tsx';
import { useActorName } from '../money/useActorName.ts';
import { useDecider } from '../money/useDecider.ts';
import { useMay } from '../money/useMay.ts';
import type { Month } from './ledgerTypes.ts';
import { monthTexts } from './monthTexts.ts';

type Props = { readonly company: string; readonly months: readonly Month[] };

/** The months that were closed, the latest first: whether each still holds what it was closed with. */
export function ClosedMonths({ company, months }: Props) {
  const say = useSay(monthTexts);
  const rows = months.toReversed();
  const columns = useMonthColumns(company, rows);
  if (rows.length === 0) return <p>{say('none')}</p>;
  return <DataTable caption={say('months')} columns={columns} rows={rows} rowKey={({ month }) => month} />;
}

function useMonthColumns(company: string, rows: readonly Month[]): readonly Column<Month>[] {
  const say = useSay(monthTexts);
  const { instant, month: monthText } = useReader();
  const nameOf = useActorName();
  const last = rows.find(({ isClosed }) => isClosed);
  return [
    {
      id: 'month',
      title: say('month'),
      isMain: true,
      cell: ({ month }) => (
        <Named
          name={monthText(month)}
          code={
            <Link to="/ledger/roll-forward" search={{ company, from: `${month}-01`, until: lastDay(month) }}>
              {say('rolls')}
            </Link>
          }
        />
      ),
    },
    {
      id: 'state',
      title: say('state'),
      isPlain: true,
      cell: ({ isClosed, isSame }) => (
        <>
          <Tag meaning={isClosed ? 'information' : 'attention'}>{say(isClosed ? 'isClosed' : 'isOpen')}</Tag>{' '}
          {isSame === true && <Tag meaning="good">{say('same')}</Tag>}
          {isSame === false && <Tag meaning="bad">{say('differs')}</Tag>}
        </>
      ),
    },
    {
      id: 'deeds',
      title: say('deeds'),
      isPlain: true,
      cell: ({ deeds }) =>
        deeds.map(({ deed, actor, at, reason, hash }) => (
          <div key={`${deed} ${at}`}>
            <Named
              name={say('by', {
                deed: say(`deed.${deed}` as 'deed.closed'),
                name: nameOf(actor),
                instant: instant(at),
              })}
              code={[reason, hash && `${say('hash')} ${hash.slice(0, 16)}…`].filter(Boolean).join(' · ')}
            />
          </div>
        )),
    },
    {
      id: 'reopen',
      title: say('reopening'),
      isPlain: true,
      cell: (month) => month === last && <Reopening company={company} month={month} />,
    },
  ];
}

function Reopening({ company, month }: { readonly company: string; readonly month: Month }) {
  const say = useSay(monthTexts);
  const { month: monthText } = useReader();
  const nameOf = useActorName();
  const mayPropose = useMay('ledger:write');
  const last = month.deeds.at(-1);
  const proposed = last?.deed === 'reopenProposed' ? last : undefined;
  const { may, why } = useDecider({ scope: 'ledger:approve', role: 'approver', author: proposed?.actor });
  const name = month.month;
  const reason = { id: 'reason', label: say('why'), kind: 'long' } as const;
  const body = (text: string) => ({ body: { company, month: `${name}-01`, reason: text } });
  return (
    <Deeds why={proposed === undefined ? undefined : why}>
      {proposed === undefined && mayPropose && (
        <Deed
          name={say('reopen', { month: monthText(name) })}
          lead={say('reopenLead')}
          questions={[reason]}
          done={say('proposed')}
          onDo={({ reason: text = '' }) => call.POST('/api/v1/ledger/months/propose-reopening', body(text))}
        />
      )}
      {proposed !== undefined && may && (
        <Deed
          name={say('approve', { month: monthText(name) })}
          kind="primary"
          lead={say('approveLead', { name: nameOf(proposed.actor) })}
          questions={[reason]}
          done={say('reopened')}
          onDo={({ reason: text = '' }) => call.POST('/api/v1/ledger/months/approve-reopening', body(text))}
        />
      )}
    </Deeds>
  );
}

/** The last day of a month YYYY-MM. */
function lastDay(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return `${month}-${new Date(Date.UTC(year, number, 0)).getUTCDate()}`;
}

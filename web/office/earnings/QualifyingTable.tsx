import { Link } from '@tanstack/react-router';
import type { Schemas } from '../../api/client.ts';
import { isSameFigure } from '../../text/figures.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { Amount } from '../../ui/Amount.tsx';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { Named } from '../../ui/Named.tsx';
import { type Meaning, Tag } from '../../ui/Tag.tsx';
import styles from './Earnings.module.css';
import { type Selection, workedOutAt } from './selection.ts';
import { whyTexts } from './whyTexts.ts';

type Row = Schemas['QualifyingList']['rows'][number];

const MEANINGS: Readonly<Record<Row['state'], Meaning>> = {
  eligible: 'good',
  notYet: 'attention',
  notEnrolled: 'neutral',
  blocked: 'bad',
  deadlineMissed: 'bad',
};

/** Each partner with its state, what it has earned, how far the next tier is, and every reason. */
type Props = { readonly agreement: string; readonly rows: readonly Row[] };

export function QualifyingTable({ agreement, rows }: Props) {
  const say = useSay(whyTexts);
  const columns = useQualifyingColumns({ agreement });
  return (
    <DataTable
      caption={say('caption')}
      columns={columns}
      rows={rows}
      rowKey={({ partner, term, window }) => `${partner} ${term} ${window.firstDay}`}
    />
  );
}

function useQualifyingColumns({ agreement }: Pick<Props, 'agreement'>): readonly Column<Row>[] {
  const say = useSay(whyTexts);
  const { span } = useReader();
  return [
    {
      id: 'partner',
      title: say('partner'),
      isMain: true,
      width: '20%',
      cell: ({ partner, partnerName }) => <Named name={partnerName} code={partner} />,
    },
    {
      id: 'state',
      title: say('standing'),
      isPlain: true,
      width: '14%',
      cell: ({ state, stateText }) => <Tag meaning={MEANINGS[state]}>{stateText}</Tag>,
    },
    {
      id: 'why',
      title: say('why'),
      isPlain: true,
      cell: (row) => <Why row={row} />,
    },
    {
      id: 'window',
      title: say('window'),
      isPlain: true,
      width: '16%',
      cell: ({ term, window }) => <Named name={span(window)} code={say('term', { term })} />,
    },
    {
      id: 'amount',
      title: say('soFar'),
      isFigure: true,
      isFirst: true,
      cell: (row) => {
        const shown = <Amount exact={row.amount} currency={row.currency} />;
        const earned = isSameFigure(row.amount, '0') ? undefined : workedOutAt({ ...row, agreement });
        if (earned === undefined) return shown;
        return (
          <Link to="/earnings" search={earned}>
            {shown}
          </Link>
        );
      },
    },
  ];
}

function Why({ row: { gap, reasons } }: { readonly row: Row }) {
  const say = useSay(whyTexts);
  return (
    <ul className={styles.reasons}>
      {gap !== null && <li>{gap.text}</li>}
      {reasons.map(({ of, code, text, line }) => (
        <li key={`${of} ${code} ${text}`}>
          {text}{' '}
          {line !== null && (
            <Link
              to="/earnings"
              search={(old: object): Selection => ({ ...old, line: [line.source, line.document, line.line] })}
              resetScroll={false}
            >
              {say('thisLine')}
            </Link>
          )}
        </li>
      ))}
    </ul>
  );
}

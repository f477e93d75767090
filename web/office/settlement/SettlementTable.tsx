import { Link } from '@tanstack/react-router';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { Amount } from '../../ui/Amount.tsx';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { Named } from '../../ui/Named.tsx';
import { type Meaning, Tag } from '../../ui/Tag.tsx';
import { PartnerName } from '../money/PartnerName.tsx';
import { moneyTexts } from '../money/texts.ts';
import type { SettlementRow } from './settlementTypes.ts';
import { settlementWords } from './settlementWords.ts';
import { settlementTexts } from './texts.ts';

type Props = { readonly rows: readonly SettlementRow[]; readonly isStale?: boolean };

/** Settlements by row: the amount of each opens its sheet. */
export function SettlementTable({ rows, isStale = false }: Props) {
  const say = useSay(settlementTexts);
  const columns = useSettlementColumns();
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

function useSettlementColumns(): readonly Column<SettlementRow>[] {
  const say = useSay(settlementTexts);
  const sayMoney = useSay(moneyTexts);
  const sayWord = useSay(settlementWords);
  const { day, instant } = useReader();
  return [
    {
      id: 'partner',
      title: sayMoney('partner'),
      isMain: true,
      cell: ({ partner, side }) => <PartnerName code={partner} below={sayWord(`side.${side}`)} />,
    },
    {
      id: 'document',
      title: say('document'),
      isPlain: true,
      cell: ({ kind, number, reason }) => (
        <Named
          name={`${sayWord(`kind.${kind}`)} ${number ?? ''}`}
          code={
            number === null
              ? `${say('withoutNumber')} · ${sayWord(`for.${reason}`)}`
              : sayWord(`for.${reason}`)
          }
        />
      ),
    },
    {
      id: 'state',
      title: say('state'),
      isPlain: true,
      cell: ({ state, proposedAt, issuedOn }) => (
        <Named
          name={<SettlementState state={state} />}
          code={
            issuedOn === null
              ? say('proposedOn', { instant: instant(proposedAt) })
              : say('issuedOn', { day: day(issuedOn) })
          }
        />
      ),
    },
    { id: 'due', title: say('due'), cell: ({ dueOn }) => (dueOn === null ? undefined : day(dueOn)) },
    {
      id: 'net',
      title: say('net'),
      isFigure: true,
      cell: ({ net, currency }) => <Amount exact={net} currency={currency} />,
    },
    {
      id: 'gross',
      title: say('gross'),
      isFigure: true,
      isFirst: true,
      cell: (row) => <GrossLink settlement={row} />,
    },
  ];
}

function GrossLink({ settlement }: { readonly settlement: SettlementRow }) {
  const say = useSay(settlementTexts);
  const sayWord = useSay(settlementWords);
  const { money } = useReader();
  const { id, gross, currency, kind, partner } = settlement;
  const what = say('openSettlement', { document: sayWord(`kind.${kind}`), partner });
  return (
    <Link
      from="/settlement"
      to="/settlement"
      search={(old) => ({ ...old, settlement: id })}
      resetScroll={false}
      aria-label={`${what}: ${money(gross, currency)}`}
    >
      <Amount exact={gross} currency={currency} />
    </Link>
  );
}

const MEANINGS: Readonly<Record<SettlementRow['state'], Meaning>> = {
  proposed: 'attention',
  approved: 'information',
  awaitingNumber: 'attention',
  issued: 'good',
  cancelled: 'neutral',
  rejected: 'neutral',
};

export function SettlementState({ state }: { readonly state: SettlementRow['state'] }) {
  const sayWord = useSay(settlementWords);
  return <Tag meaning={MEANINGS[state]}>{sayWord(state)}</Tag>;
}

import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { Named } from '../../ui/Named.tsx';
import { type Meaning, Tag } from '../../ui/Tag.tsx';
import type { PlannedAccount } from './settlementTypes.ts';
import { settlementWords } from './settlementWords.ts';
import { settlementTexts } from './texts.ts';

type Part = PlannedAccount['parts'][number];

type Props = {
  readonly accounts: readonly PlannedAccount[];
  readonly currency: string;
  /** What can be done with a part of an account. */
  readonly deed?: (account: PlannedAccount, part: Part) => ReactNode;
};

const MEANINGS: Readonly<Record<Part['kind'], Meaning>> = {
  document: 'good',
  held: 'attention',
  lapsed: 'neutral',
};

/** What a run finds of each account: earned, documented before, and what becomes of the rest. */
export function FoundAccounts({ accounts, currency, deed }: Props) {
  const say = useSay(settlementTexts);
  const columns = useFoundAccountColumns({ currency, ...(deed && { deed }) });
  return (
    <DataTable
      caption={say('found')}
      columns={columns}
      rows={accounts}
      rowKey={({ agreement, term, participant, firstDay }) =>
        `${agreement} ${term} ${participant} ${firstDay}`
      }
    />
  );
}

function useFoundAccountColumns({
  currency,
  deed,
}: Pick<Props, 'currency' | 'deed'>): readonly Column<PlannedAccount>[] {
  const say = useSay(settlementTexts);
  const sayWord = useSay(settlementWords);
  const { span, moneyFigure, money, inCurrency } = useReader();
  return [
    {
      id: 'about',
      title: say('about'),
      isMain: true,
      cell: (account) => (
        <Named
          name={account.agreement}
          code={`${account.participant} · ${account.term} · ${span(account)} · ${sayWord(`stage.${account.stage}`)}`}
        />
      ),
    },
    {
      id: 'parts',
      title: say('parted'),
      isPlain: true,
      cell: (account) =>
        account.parts.map((part) => (
          <div key={`${part.kind} ${part.reason}`}>
            <Tag meaning={MEANINGS[part.kind]}>
              {`${sayWord(`part.${part.kind}`)}: ${money(part.amount, currency)}`}
            </Tag>{' '}
            {sayWord(`why.${part.reason}`)} {deed?.(account, part)}
          </div>
        )),
    },
    {
      id: 'documented',
      title: inCurrency(say('documented'), currency),
      isFigure: true,
      cell: ({ documented }) => moneyFigure(documented, currency),
    },
    {
      id: 'earned',
      title: inCurrency(say('earned'), currency),
      isFigure: true,
      isFirst: true,
      cell: ({ earned, agreement, participant }) => (
        <Link to="/earnings" search={{ agreement, partner: participant }}>
          {moneyFigure(earned, currency)}
        </Link>
      ),
    },
  ];
}

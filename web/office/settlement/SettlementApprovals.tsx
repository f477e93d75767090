import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { useActorName } from '../money/useActorName.ts';
import type { Settlement } from './settlementTypes.ts';
import { settlementTexts } from './texts.ts';

type Level = Settlement['levels'][number];

/** Which approvals it needs, and who has given them. */
export function SettlementApprovals({ settlement: { levels } }: { readonly settlement: Settlement }) {
  const say = useSay(settlementTexts);
  const { name } = useReader();
  const nameOf = useActorName();
  if (levels.length === 0) return <p>{say('noLevels')}</p>;
  const columns: readonly Column<Level>[] = [
    { id: 'level', title: say('level'), isMain: true, cell: (level) => name(level.name) },
    {
      id: 'approver',
      title: say('approver'),
      isFirst: true,
      cell: ({ approvedBy }) =>
        approvedBy === null ? <Tag meaning="attention">{say('waits')}</Tag> : nameOf(approvedBy),
    },
  ];
  return <DataTable caption={say('approvals')} columns={columns} rows={levels} rowKey={({ id }) => id} />;
}

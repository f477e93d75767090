import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { Named } from '../../ui/Named.tsx';
import { useActorName } from '../money/useActorName.ts';
import { ObjectLink } from './ObjectLink.tsx';
import { trustTexts } from './texts.ts';
import type { CaseEvent } from './trustTypes.ts';
import { trustWords } from './trustWords.ts';

type Props = { readonly events: readonly CaseEvent[]; readonly currency: string | null };

/** Everything that happened to a case, the latest first. */
export function CaseHistory({ events, currency }: Props) {
  const say = useSay(trustTexts);
  const sayWord = useSay(trustWords);
  const nameOf = useActorName();
  const { instant, money } = useReader();
  const shownMoney = (title: 'prevented' | 'recovered', exact: string | null) =>
    exact === null || currency === null ? [] : [`${say(title)}: ${money(exact, currency)}`];
  const wordsOf = ({ kind, said, assignee, decision, reason, prevented, recovered }: CaseEvent) =>
    [
      ...(decision === null ? [] : [sayWord(`decision.${decision}`)]),
      ...(reason === null ? [] : [sayWord(`reason.${reason}`)]),
      ...(kind === 'assigned' && assignee !== null ? [nameOf(assignee)] : []),
      ...(said === '' ? [] : [said]),
      ...shownMoney('prevented', prevented),
      ...shownMoney('recovered', recovered),
    ].join(' · ');
  const columns: readonly Column<CaseEvent>[] = [
    {
      id: 'what',
      title: say('event'),
      isMain: true,
      cell: ({ kind, actor, actorName }) => (
        <Named name={sayWord(`event.${kind}`)} code={actorName ?? nameOf(actor)} />
      ),
    },
    {
      id: 'said',
      title: say('says'),
      isPlain: true,
      cell: (event) => (
        <>
          {wordsOf(event)}{' '}
          {event.evidence !== null && (
            <ObjectLink object={event.evidence.object} id={event.evidence.id}>
              {sayWord(`object.${event.evidence.object}`)} {event.evidence.id}
            </ObjectLink>
          )}
        </>
      ),
    },
    { id: 'at', title: say('when'), isPlain: true, cell: ({ at }) => instant(at) },
  ];
  return (
    <DataTable
      caption={say('history')}
      columns={columns}
      rows={events.toReversed()}
      rowKey={({ number }) => String(number)}
    />
  );
}

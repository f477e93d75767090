import { api } from '../../api/client.ts';
import { reasonTexts } from '../../claim/claimReasons.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Named } from '../../ui/Named.tsx';
import { useActorName } from '../money/useActorName.ts';
import styles from './Claims.module.css';
import type { ClaimEvent } from './claimTypes.ts';
import { claimWords } from './claimWords.ts';
import { movesTogether } from './movesTogether.ts';
import { claimsTexts } from './texts.ts';

type Props = { readonly id: string; readonly currency: string };

/** What happened to a claim, first to last: who did it, what moved, and what was said. */
export function ClaimHistory({ id, currency }: Props) {
  const say = useSay(claimsTexts);
  const events = api.useQuery('get', '/api/v1/claims/{id}/events', { params: { path: { id } } });
  return (
    <Loaded query={events} rows={2}>
      {({ events: rows }) =>
        rows.length === 0 ? <p>{say('noHistory')}</p> : <Events rows={rows} currency={currency} />
      }
    </Loaded>
  );
}

function Events({ rows, currency }: { readonly rows: readonly ClaimEvent[]; readonly currency: string }) {
  const say = useSay(claimsTexts);
  const sayWord = useSay(claimWords);
  const sayReason = useSay(reasonTexts);
  const { instant, money } = useReader();
  const nameOf = useActorName();
  const moved = ({ moves }: ClaimEvent) =>
    movesTogether(moves).map(({ lines, amount, from, to, toReason }) => {
      const facts = {
        amount: money(amount, currency),
        from: sayWord(from),
        to: [sayWord(to), toReason && sayReason(toReason)].filter(Boolean).join(': '),
      };
      return (
        <div
          key={`${lines.join()} ${from} ${to} ${toReason}`}
          className={to === 'disputed' ? styles.disputed : undefined}
        >
          {lines.length === 1
            ? say('move', { ...facts, line: lines[0] ?? 0 })
            : say('moves', { ...facts, count: lines.length })}
        </div>
      );
    });
  const columns: readonly Column<ClaimEvent>[] = [
    {
      id: 'what',
      title: say('event'),
      isMain: true,
      cell: ({ kind, at, actor }) => (
        <Named name={sayWord(`kind.${kind}`)} code={`${instant(at)} · ${nameOf(actor)}`} />
      ),
    },
    {
      id: 'moves',
      title: say('moved'),
      isPlain: true,
      cell: (event) => (
        <>
          {moved(event)}
          {event.asked !== null && <div>{money(event.asked, currency)}</div>}
          {event.reference !== null && <div>{nameOf(event.reference)}</div>}
          {event.note !== null && <div>“{event.note}”</div>}
        </>
      ),
    },
  ];
  return (
    <DataTable caption={say('history')} columns={columns} rows={rows} rowKey={({ event }) => String(event)} />
  );
}

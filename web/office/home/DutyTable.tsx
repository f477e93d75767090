import { useRouter } from '@tanstack/react-router';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { Amount } from '../../ui/Amount.tsx';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { daysBetween } from './daysBetween.ts';
import { type Duty, placeOf } from './placeOf.ts';
import { homeTexts } from './texts.ts';

type Props = { readonly duties: readonly Duty[]; readonly day: string };

/** What waits, each with its amount, its age and its deadline; it opens where it is done. */
export function DutyTable({ duties, day }: Props) {
  const say = useSay(homeTexts);
  const columns: readonly Column<Duty>[] = [
    { id: 'what', title: say('what'), isMain: true, width: '40%', cell: (duty) => <DutyLink duty={duty} /> },
    {
      id: 'who',
      title: say('who'),
      isPlain: true,
      cell: ({ partner, partnerName }) => partnerName ?? partner ?? undefined,
    },
    {
      id: 'age',
      title: say('age'),
      cell: ({ since }) => (since === null ? undefined : <Age since={since} day={day} />),
    },
    {
      id: 'due',
      title: say('deadline'),
      cell: ({ due }) => (due === null ? undefined : <Deadline due={due} day={day} />),
    },
    {
      id: 'amount',
      title: say('amount'),
      isFigure: true,
      isFirst: true,
      cell: ({ amount }) =>
        amount === null ? undefined : <Amount exact={amount.amount} currency={amount.currency} />,
    },
  ];
  return (
    <DataTable
      caption={say('needsYou')}
      columns={columns}
      rows={duties}
      rowKey={({ kind, id, partner }) => `${kind} ${id} ${partner}`}
    />
  );
}

function DutyLink({ duty }: { readonly duty: Duty }) {
  const say = useSay(homeTexts);
  const router = useRouter();
  const { kind, about, count } = duty;
  const href = placeOf(duty);
  const text = kind === 'quarantine' ? say(kind, { about, count: count ?? 0 }) : say(kind, { about });
  return (
    <a
      href={href}
      onClick={(event) => {
        // Another window or tab is the browser's matter.
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        router.history.push(href);
      }}
    >
      {text}
    </a>
  );
}

function Age({ since, day }: { readonly since: string; readonly day: string }) {
  const say = useSay(homeTexts);
  const days = Math.max(0, daysBetween(since.slice(0, 10), day));
  return days === 0 ? say('today') : say('days', { count: days });
}

const SOON = 7;

function Deadline({ due, day }: { readonly due: string; readonly day: string }) {
  const say = useSay(homeTexts);
  const { day: written } = useReader();
  const left = daysBetween(day, due);
  if (left < 0) return <Tag meaning="bad">{say('late', { count: -left })}</Tag>;
  return left <= SOON ? <Tag meaning="attention">{written(due)}</Tag> : written(due);
}

import type { Schemas } from '../api/client.ts';
import { sumText } from '../text/figures.ts';
import { useReader, useSay } from '../text/ReaderContext.tsx';
import { type Column, DataTable } from '../ui/DataTable.tsx';
import { Named } from '../ui/Named.tsx';
import styles from './Explanation.module.css';
import { Tie } from './Tie.tsx';
import { explanationTexts } from './texts.ts';

type Booking = Schemas['Explanation']['bookings'][number];
type Row = {
  readonly key: string;
  readonly booking?: Booking;
  readonly cause: string;
  readonly delta: string;
};

type Props = { readonly bookings: readonly Booking[]; readonly earning: Schemas['Earning'] };

/** The differences that were booked, each with its causes, and that they sum to the amount. */
export function BookingTable({ bookings, earning }: Props) {
  const say = useSay(explanationTexts);
  const reader = useReader();
  const { currency } = earning;
  const sum = sumText(bookings.map(({ delta }) => delta)) ?? '0';
  const columns: readonly Column<Row>[] = [
    {
      id: 'number',
      title: say('number'),
      isMain: true,
      cell: ({ booking }) => booking && reader.count(booking.number),
    },
    {
      id: 'booked',
      title: say('booked'),
      isPlain: true,
      cell: ({ booking }) => booking && <Booked booking={booking} />,
    },
    { id: 'cause', title: say('cause'), isPlain: true, cell: ({ cause }) => cause },
    {
      id: 'delta',
      title: say('difference', { currency }),
      isFigure: true,
      isFirst: true,
      cell: ({ booking, delta }) => (
        <span className={booking ? undefined : styles.part}>{reader.signedFigure(delta, currency)}</span>
      ),
    },
  ];
  return (
    <DataTable
      caption={say('bookings')}
      columns={columns}
      rows={bookings.flatMap((booking, index) =>
        rowsOf(booking, index === 0 ? say('firstCause') : undefined),
      )}
      rowKey={({ key }) => key}
      foot={{
        number: say('bookedSum'),
        cause: <Tie sum={sum} earning={earning} />,
        delta: <span className={styles.final}>{reader.moneyFigure(sum, currency)}</span>,
      }}
    />
  );
}

function Booked({ booking: { bookedAt, effective, run } }: { readonly booking: Booking }) {
  const say = useSay(explanationTexts);
  const { instant, day } = useReader();
  return <Named name={instant(bookedAt)} code={say('bookedEffective', { day: day(effective), run })} />;
}

/** A booking with one cause is one row; of several causes each is a row of its own below. */
function rowsOf(booking: Booking, firstCause: string | undefined): readonly Row[] {
  const { number, delta, causes } = booking;
  const [only, ...others] = causes;
  const isOne = only !== undefined && others.length === 0;
  const whole = { key: String(number), booking, cause: isOne ? textOf(only, firstCause) : '', delta };
  if (isOne) return [whole];
  return [
    whole,
    ...causes.map(({ cause, text, delta: part }) => ({
      key: `${number} ${cause}`,
      cause: text,
      delta: part,
    })),
  ];
}

/** Where nothing was booked before, no line is newer than another. */
function textOf({ cause, text }: Booking['causes'][number], firstCause: string | undefined): string {
  return cause === 'onTimeLines' && firstCause !== undefined ? firstCause : text;
}

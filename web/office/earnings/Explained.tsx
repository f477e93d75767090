import { Link } from '@tanstack/react-router';
import type { Schemas } from '../../api/client.ts';
import { BookingTable } from '../../explanation/BookingTable.tsx';
import { ExplainedLines } from '../../explanation/ExplainedLines.tsx';
import { Solution } from '../../explanation/Solution.tsx';
import { WhereItStands } from '../../ladder/WhereItStands.tsx';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { Amount } from '../../ui/Amount.tsx';
import { Named } from '../../ui/Named.tsx';
import { Section } from '../../ui/Section.tsx';
import { DirectionNote } from './DirectionNote.tsx';
import styles from './Earnings.module.css';
import type { Selection } from './selection.ts';
import { earningsTexts } from './texts.ts';

type Explanation = Schemas['Explanation'];

type Props = {
  readonly explained: Explanation;
  /** Loads more lines; undefined where all are there. */
  readonly onMore: (() => void) | undefined;
  readonly isLoadingMore: boolean;
};

/** An amount worked out: where the partner stands, step by step, what was booked, and the lines behind it. */
export function Explained({ explained, onMore, isLoadingMore }: Props) {
  const say = useSay(earningsTexts);
  const { day } = useReader();
  const { earning, term, explanation, bookings } = explained;
  const { run } = earning;
  return (
    <>
      <Context explained={explained} />
      <Section title={say('ladder')}>
        <WhereItStands standing={earning} />
      </Section>
      <Section title={say('workedOut')}>
        {term.words !== undefined && <blockquote className={styles.words}>{term.words}</blockquote>}
        <Solution root={explanation} />
      </Section>
      <Section title={say('bookings')} lead={bookings.length === 0 ? undefined : say('bookingsLead')}>
        {bookings.length === 0 ? (
          <p>{say('noBookings')}</p>
        ) : (
          <BookingTable bookings={bookings} earning={earning} />
        )}
      </Section>
      <ExplainedLines
        explained={explained}
        onMore={onMore}
        isLoadingMore={isLoadingMore}
        documentOf={({ source, document, line }) => (
          <Link
            to="/earnings"
            search={(old: object): Selection => ({ ...old, line: [source, document, line] })}
            resetScroll={false}
          >
            {document}
          </Link>
        )}
      />
      <p className={styles.origin}>
        {say('origin', {
          run: run.number,
          calculation: run.calculation,
          effective: day(run.effective),
        })}
      </p>
    </>
  );
}

function Context({ explained: { agreement, earning, term } }: { readonly explained: Explanation }) {
  const say = useSay(earningsTexts);
  const { name, span } = useReader();
  const { amount, currency, direction, blockedLines, partner, window } = earning;
  const version = say('version', { version: agreement.version });
  return (
    <>
      <div className={styles.context}>
        <Named
          name={name(agreement.name)}
          code={`${agreement.code} · ${version} · ${say('term', { term: term.id })}`}
        />
        <Named name={null} code={`${partner} · ${span(window)}`} />
      </div>
      <div className={styles.result}>
        <Amount exact={amount} currency={currency} isLarge />
        <DirectionNote direction={direction} />
        {blockedLines > 0 && (
          <p className={styles.incomplete}>{say('blockedLong', { count: blockedLines })}</p>
        )}
      </div>
    </>
  );
}

import { Link } from '@tanstack/react-router';
import { call, type Schemas } from '../../api/client.ts';
import { BookingTable } from '../../explanation/BookingTable.tsx';
import { ExplainedLines } from '../../explanation/ExplainedLines.tsx';
import { Solution } from '../../explanation/Solution.tsx';
import { useExplanation } from '../../explanation/useExplanation.ts';
import { WhereItStands } from '../../ladder/WhereItStands.tsx';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { Amount } from '../../ui/Amount.tsx';
import { Details } from '../../ui/Details.tsx';
import { DownloadButton } from '../../ui/DownloadButton.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Section.tsx';
import { QuestionAmount, type Questioned } from '../claims/QuestionAmount.tsx';
import styles from './Earning.module.css';
import { earningTexts } from './texts.ts';

type Explanation = Schemas['Explanation'];

const LINES_AT_ONCE = 50;

/** One amount worked out down to the partner's own lines. */
export function EarningExplained({ id }: { readonly id: string }) {
  const { query, ...reading } = useExplanation(id, LINES_AT_ONCE);
  return <Loaded query={query}>{(explained) => <Explained explained={explained} {...reading} />}</Loaded>;
}

type Props = {
  readonly explained: Explanation;
  readonly onMore: (() => void) | undefined;
  readonly isLoadingMore: boolean;
};

function Explained({ explained, onMore, isLoadingMore }: Props) {
  const say = useSay(earningTexts);
  const { earning, term, explanation, bookings } = explained;
  const isShown = explanation.steps.length > 0;
  return (
    <>
      <Facts explained={explained} />
      {isShown && earning.progress.tiers.length > 0 && (
        <Section title={say('ladder')}>
          <WhereItStands standing={earning} />
        </Section>
      )}
      <QuestionAmount amount={questionedOf(explained)} />
      <Section title={say('workedOut')}>
        {term.words !== undefined && <blockquote className={styles.words}>{term.words}</blockquote>}
        <Solution root={explanation} />
        {!isShown && (
          <Notice title={say('withheld')}>
            <p>{say('withheldText')}</p>
          </Notice>
        )}
      </Section>
      {earning.own?.isWithheld !== true && (
        <ExplainedLines explained={explained} onMore={onMore} isLoadingMore={isLoadingMore} />
      )}
      {isShown && (
        <Section title={say('proof')} lead={say('proofLead')}>
          <DownloadButton
            name="proof.json"
            onAsk={(signal) =>
              call.GET('/api/v1/earnings/{id}/proof', {
                params: { path: { id: explained.id } },
                parseAs: 'blob',
                signal,
              })
            }
          >
            {say('saveProof')}
          </DownloadButton>{' '}
          <Link to="/verify" search={{ earning: explained.id }}>
            {say('verify')}
          </Link>
        </Section>
      )}
      {bookings.length > 0 && (
        <Section title={say('bookings')} lead={say('bookingsLead')}>
          <BookingTable bookings={bookings} earning={earning} />
        </Section>
      )}
    </>
  );
}

function questionedOf({ id, earning }: Explanation): Questioned {
  const { agreement, term, partner, window } = earning;
  return { earning: id, agreement, term, partner, firstDay: window.firstDay };
}

function Facts({ explained: { agreement, earning } }: { readonly explained: Explanation }) {
  const say = useSay(earningTexts);
  const { name, span } = useReader();
  const { amount, currency, own, blockedLines, window, partnerName } = earning;
  return (
    <>
      <p className={styles.amount}>
        <Amount exact={amount} currency={currency} isLarge />
      </p>
      <Details
        entries={[
          [say('agreement'), name(agreement.name)],
          [say('window'), span(window)],
          [say('partner'), partnerName],
          [say('stage'), own && say(own.isOver ? 'over' : 'running')],
          [say('settled'), own && <Amount exact={own.settled} currency={currency} />],
          [say('paid'), own && <Amount exact={own.paid} currency={currency} />],
        ]}
      />
      {blockedLines > 0 && <p className={styles.incomplete}>{say('blocked', { count: blockedLines })}</p>}
    </>
  );
}

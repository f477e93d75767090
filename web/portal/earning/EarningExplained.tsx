import { useInfiniteQuery } from '@tanstack/react-query';
import { call, type Schemas } from '../../api/client.ts';
import { BookingTable } from '../../explanation/BookingTable.tsx';
import { ExplainedLines } from '../../explanation/ExplainedLines.tsx';
import { Solution } from '../../explanation/Solution.tsx';
import { LargeLadder } from '../../ladder/LargeLadder.tsx';
import { TierTable } from '../../ladder/TierTable.tsx';
import { tierText, wayText } from '../../ladder/tierTexts.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { Amount } from '../../ui/Amount.tsx';
import { Details } from '../../ui/Details.tsx';
import { DownloadButton } from '../../ui/DownloadButton.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Section.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import styles from './Earning.module.css';
import { earningTexts } from './texts.ts';

type Explanation = Schemas['Explanation'];

const LINES_AT_ONCE = 50;

/** One amount worked out down to the partner's own lines. */
export function EarningExplained({ id }: { readonly id: string }) {
  const { language } = useReader();
  const explained = useInfiniteQuery({
    queryKey: ['explanation', id, language],
    initialPageParam: 0,
    queryFn: async ({ pageParam, signal }) => {
      const query = { lang: language, lines: String(LINES_AT_ONCE), lineOffset: String(pageParam) };
      const { data } = await call.GET('/api/v1/earnings/{id}/explanation', {
        params: { path: { id }, query },
        signal,
      });
      return data as Explanation;
    },
    getNextPageParam: ({ linesTotal }, pages) => {
      const loaded = pages.reduce((sum, { lines }) => sum + lines.length, 0);
      return loaded < linesTotal ? loaded : undefined;
    },
  });
  const pages = explained.data?.pages ?? [];
  const [first] = pages;
  return (
    <>
      {explained.isPending && <Skeleton />}
      {explained.error !== null && (
        <Failure error={explained.error} onRetry={() => void explained.refetch()} />
      )}
      {first !== undefined && (
        <Explained
          explained={{ ...first, lines: pages.flatMap(({ lines }) => lines) }}
          onMore={explained.hasNextPage ? () => void explained.fetchNextPage() : undefined}
          isLoadingMore={explained.isFetchingNextPage}
        />
      )}
    </>
  );
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
          <Ladder earning={earning} />
        </Section>
      )}
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
            onAsk={() =>
              call.GET('/api/v1/earnings/{id}/proof', {
                params: { path: { id: explained.id } },
                parseAs: 'blob',
              })
            }
          >
            {say('saveProof')}
          </DownloadButton>
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

function Ladder({ earning }: { readonly earning: Schemas['Earning'] }) {
  const reader = useReader();
  return (
    <>
      <p className={styles.standing}>
        <strong>{tierText(earning, reader)}</strong> · {wayText(earning, reader)}
      </p>
      <LargeLadder standing={earning} />
      <TierTable standing={earning} />
    </>
  );
}

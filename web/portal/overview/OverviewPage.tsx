import { api, type Schemas } from '../../api/client.ts';
import { LargeLadder } from '../../ladder/LargeLadder.tsx';
import { tierText, wayText } from '../../ladder/tierTexts.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { Amount } from '../../ui/Amount.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Figures, KeyFigure } from '../../ui/Figures.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Page } from '../../ui/Page.tsx';
import { Section } from '../../ui/Section.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import styles from './Overview.module.css';
import { overviewTexts } from './texts.ts';

const SHOWN = 20;

/** What the partner has earned, and how far the next tiers are. */
export function OverviewPage() {
  const say = useSay(overviewTexts);
  const earnings = api.useQuery('get', '/api/v1/earnings', { params: { query: { limit: String(SHOWN) } } });
  const me = api.useQuery('get', '/api/v1/me');
  return (
    <Page title={say('title')} lead={say('lead')}>
      {me.data?.partners === null && (
        <Notice title={say('noPartner')} meaning="attention">
          <p>{say('noPartnerText')}</p>
        </Notice>
      )}
      {earnings.error !== null && <Failure error={earnings.error} onRetry={() => void earnings.refetch()} />}
      {earnings.isPending && <Skeleton />}
      {earnings.data !== undefined && <Earned list={earnings.data} />}
    </Page>
  );
}

function Earned({ list: { totals, rows, total } }: { readonly list: Schemas['EarningList'] }) {
  const say = useSay(overviewTexts);
  if (rows.length === 0) {
    return (
      <Notice title={say('none')}>
        <p>{say('noneText')}</p>
      </Notice>
    );
  }
  return (
    <>
      <Figures>
        {totals.map(({ direction, currency, amount, rows: count }) => (
          <KeyFigure key={`${direction} ${currency}`} title={say(direction)} note={say('rows', { count })}>
            <Amount exact={amount} currency={currency} isLarge />
          </KeyFigure>
        ))}
      </Figures>
      <Section
        title={say('ladders')}
        lead={total > rows.length ? say('shown', { shown: rows.length, count: total }) : undefined}
      >
        {rows.map((earning) => (
          <EarningLadder key={earning.id} earning={earning} />
        ))}
      </Section>
    </>
  );
}

function EarningLadder({ earning }: { readonly earning: Schemas['Earning'] }) {
  const reader = useReader();
  return (
    <div className={styles.ladder}>
      <div className={styles.head}>
        <div>
          <p className={styles.name}>{reader.name(earning.agreementName)}</p>
          <p className={styles.quiet}>{reader.span(earning.window)}</p>
        </div>
        <Amount exact={earning.amount} currency={earning.currency} />
      </div>
      <LargeLadder standing={earning} />
      <p>
        {tierText(earning, reader)} · {wayText(earning, reader)}
      </p>
    </div>
  );
}

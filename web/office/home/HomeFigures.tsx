import { Link, linkOptions } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Answer } from '../../api/answer.ts';
import { isSameFigure } from '../../text/figures.ts';
import { useSay } from '../../text/ReaderContext.tsx';
import { Amount } from '../../ui/Amount.tsx';
import { Figures, KeyFigure } from '../../ui/Figures.tsx';
import { Section } from '../../ui/Section.tsx';
import styles from './Home.module.css';
import { homeTexts } from './texts.ts';

type Home = Answer<'showHome'>;
type Money = { readonly currency: string; readonly amount: string };

const OWED = ['accruedLiability', 'partnerPayable', 'bankClearing'] as const;
const OWING = ['accruedReceivable', 'claimedReceivable', 'partnerReceivable'] as const;

/** Where the parts of a figure stand, each of which opens its explanation. */
const EARNINGS = linkOptions({ to: '/earnings' });
const moved = (event: 'pay' | 'receive') => linkOptions({ to: '/ledger/transfers', search: { event } });
const OUR_CLAIMS = linkOptions({ to: '/claims', search: { claimant: 'us' } });
const flows = (stage: 'accrued' | 'claimed' | 'documented') =>
  linkOptions({ to: '/ledger/cash-flow', search: { stage } });
/** Files that were made, and of which no bank has said that they are paid. */
const ON_ITS_WAY = linkOptions({ to: '/settlement/payments', search: { state: 'sent' } });
const BEHIND = {
  accruedLiability: flows('accrued'),
  partnerPayable: flows('documented'),
  bankClearing: ON_ITS_WAY,
  accruedReceivable: flows('accrued'),
  claimedReceivable: flows('claimed'),
  partnerReceivable: flows('documented'),
};

/** Earned, accrued, claimed, on documents and paid, of what we owe and of what is owed to us; and what is at risk. */
export function HomeFigures({ home }: { readonly home: Home }) {
  const say = useSay(homeTexts);
  const { earned, paid, balances, atRisk } = home;
  const of = <T extends Money & { readonly direction: string }>(rows: readonly T[], direction: string) =>
    rows.filter((row) => row.direction === direction);
  const booked = (role: string) => balances.filter((row) => row.role === role);
  const hasBooks = balances.length > 0;
  if (earned.length === 0 && !hasBooks) return null;
  return (
    <Section title={say('figures')}>
      {of(earned, 'customerRebate').length > 0 && (
        <Group title={say('customerRebate')}>
          <Sums title={say('earned')} amounts={of(earned, 'customerRebate')} to={EARNINGS} />
          {hasBooks &&
            OWED.map((role) => (
              <Sums key={role} title={say(role)} amounts={booked(role)} to={BEHIND[role]} />
            ))}
          <Sums title={say('paid')} amounts={of(paid, 'customerRebate')} to={moved('pay')} />
        </Group>
      )}
      {of(earned, 'supplierRebate').length > 0 && (
        <Group title={say('supplierRebate')}>
          <Sums title={say('earned')} amounts={of(earned, 'supplierRebate')} to={EARNINGS} />
          {hasBooks &&
            OWING.map((role) => (
              <Sums key={role} title={say(role)} amounts={booked(role)} to={BEHIND[role]} />
            ))}
          <Sums title={say('received')} amounts={of(paid, 'supplierRebate')} to={moved('receive')} />
          {atRisk.length > 0 && (
            <Sums title={say('atRisk')} amounts={atRisk} note={say('atRiskNote')} to={OUR_CLAIMS} />
          )}
        </Group>
      )}
      {of(earned, 'neither').length > 0 && (
        <Group title={say('neither')}>
          <Sums title={say('earned')} amounts={of(earned, 'neither')} to={EARNINGS} />
        </Group>
      )}
    </Section>
  );
}

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div className={styles.group}>
      <h3 className={styles.groupTitle}>{title}</h3>
      <Figures>{children}</Figures>
    </div>
  );
}

type SumsProps = {
  readonly title: string;
  readonly amounts: readonly Money[];
  readonly note?: string;
  readonly to:
    | typeof EARNINGS
    | ReturnType<typeof moved>
    | typeof OUR_CLAIMS
    | typeof ON_ITS_WAY
    | ReturnType<typeof flows>;
};

/** Amounts of several currencies stand below each other: they do not add up. */
function Sums({ title, amounts, note, to }: SumsProps) {
  const say = useSay(homeTexts);
  const isSingle = amounts.length === 1;
  return (
    <KeyFigure title={title} note={note}>
      {amounts.length === 0 && <span className={styles.none}>{say('none')}</span>}
      <span className={styles.stack}>
        {amounts.map(({ currency, amount }) => {
          const shown = <Amount key={currency} exact={amount} currency={currency} isLarge={isSingle} />;
          if (isSameFigure(amount, '0')) return shown;
          return (
            <Link key={currency} {...to}>
              {shown}
            </Link>
          );
        })}
      </span>
    </KeyFigure>
  );
}

import type { ReactNode } from 'react';
import type { Answer } from '../../api/answer.ts';
import { useSay } from '../../text/ReaderContext.tsx';
import { Amount } from '../../ui/Amount.tsx';
import { Figures, KeyFigure } from '../../ui/Figures.tsx';
import { Section } from '../../ui/Section.tsx';
import styles from './Home.module.css';
import { homeTexts } from './texts.ts';

type Home = Answer<'showHome'>;
type Money = { readonly currency: string; readonly amount: string };

const OWED = ['accruedLiability', 'partnerPayable'] as const;
const OWING = ['accruedReceivable', 'claimedReceivable', 'partnerReceivable'] as const;

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
          <Sums title={say('earned')} amounts={of(earned, 'customerRebate')} />
          {hasBooks && OWED.map((role) => <Sums key={role} title={say(role)} amounts={booked(role)} />)}
          <Sums title={say('paid')} amounts={of(paid, 'customerRebate')} />
        </Group>
      )}
      {of(earned, 'supplierRebate').length > 0 && (
        <Group title={say('supplierRebate')}>
          <Sums title={say('earned')} amounts={of(earned, 'supplierRebate')} />
          {hasBooks && OWING.map((role) => <Sums key={role} title={say(role)} amounts={booked(role)} />)}
          <Sums title={say('received')} amounts={of(paid, 'supplierRebate')} />
          {atRisk.length > 0 && <Sums title={say('atRisk')} amounts={atRisk} note={say('atRiskNote')} />}
        </Group>
      )}
      {of(earned, 'neither').length > 0 && (
        <Group title={say('neither')}>
          <Sums title={say('earned')} amounts={of(earned, 'neither')} />
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
};

/** Amounts of several currencies stand below each other: they do not add up. */
function Sums({ title, amounts, note }: SumsProps) {
  const say = useSay(homeTexts);
  const isSingle = amounts.length === 1;
  return (
    <KeyFigure title={title} note={note}>
      {amounts.length === 0 && <span className={styles.none}>{say('none')}</span>}
      <span className={styles.stack}>
        {amounts.map(({ currency, amount }) => (
          <Amount key={currency} exact={amount} currency={currency} isLarge={isSingle} />
        ))}
      </span>
    </KeyFigure>
  );
}

import { Link } from '@tanstack/react-router';
import { claimSteps, type Step } from '../../claim/claimSteps.ts';
import { isSameFigure } from '../../text/figures.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { Section } from '../../ui/Section.tsx';
import type { Claim } from './claimTypes.ts';
import styles from './Timeline.module.css';
import { timelineTexts } from './timelineTexts.ts';

/** The way of a claim from being sent to being paid: what happened when, and what comes next. */
export function Timeline({ claim }: { readonly claim: Claim }) {
  const say = useSay(timelineTexts);
  const { day, list } = useReader();
  const steps = claimSteps(claim);
  return (
    <Section title={say('title')}>
      <ol className={styles.steps}>
        {steps.map((step) => (
          <li
            key={step.name}
            className={styles.step}
            data-state={step.state}
            aria-current={step.state === 'now' ? 'step' : undefined}
          >
            <p className={styles.name}>
              <strong>{say(step.name)}</strong>
              <span className={styles.state}>{say(`state.${step.state}`)}</span>
            </p>
            {step.days.length > 0 && <p className={styles.days}>{list(step.days.map(day))}</p>}
            <What step={step} claim={claim} />
          </li>
        ))}
      </ol>
    </Section>
  );
}

/** What of a step happened, or what it waits for. */
function What({ step, claim }: { readonly step: Step; readonly claim: Claim }) {
  const say = useSay(timelineTexts);
  const { money, day, list } = useReader();
  const { claimed, currency, positions, answerBy, silence, documents, claimant } = claim;
  const amount = (position: keyof typeof positions) => positions[position] ?? '0';
  const said = (key: 'granted' | 'refused' | 'disputed', of: keyof typeof positions) =>
    isSameFigure(amount(of), '0') ? undefined : say(key, { amount: money(amount(of), currency) });
  if (step.state === 'none') return step.name === 'settled' ? <p>{say('nothingGranted')}</p> : null;
  switch (step.name) {
    case 'sent':
      return <p>{say(claimant === 'us' ? 'sentByUs' : 'sentByYou', { amount: money(claimed, currency) })}</p>;
    case 'checked': {
      if (step.state !== 'now' || answerBy === null) return null;
      const ends = silence === 'accepts' ? 'answerByAccepts' : 'answerByRejects';
      return <p>{say(ends, { day: day(answerBy) })}</p>;
    }
    case 'decided': {
      const parts = [said('granted', 'accepted'), said('refused', 'refused'), said('disputed', 'disputed')];
      const known = parts.filter((part) => part !== undefined);
      return known.length === 0 ? null : <p>{list(known)}</p>;
    }
    case 'settled':
      if (documents.length === 0) return step.state === 'now' ? <p>{say('nextDocument')}</p> : null;
      return (
        <p>
          <Link to="/payments">{list(documents.map(({ number }) => number))}</Link>
        </p>
      );
    case 'paid': {
      const due = documents.map(({ dueOn }) => dueOn).toSorted()[0];
      if (step.state === 'now') return due === undefined ? null : <p>{say('dueOn', { day: day(due) })}</p>;
      if (isSameFigure(amount('received'), '0')) return null;
      return <p>{say('received', { amount: money(amount('received'), currency) })}</p>;
    }
  }
}

import type { Schemas } from '../api/client.ts';
import { useReader } from '../text/ReaderContext.tsx';
import styles from './Solution.module.css';
import { outcomeOf, REMARKS } from './steps.ts';

type Step = Schemas['ExplanationStep'];

/** The worked solution: the sentence of the amount, then step by step, each with its outcome at the end; what remains to be said follows. */
export function Solution({ root }: { readonly root: Step }) {
  const steps = root.steps.filter(({ kind }) => !REMARKS.has(kind));
  const remarks = root.steps.filter(({ kind }) => REMARKS.has(kind));
  return (
    <>
      <p className={styles.lead}>{root.text}</p>
      <StepList steps={steps} />
      {remarks.map(({ kind, text }) => (
        <p key={kind} className={styles.remark}>
          {text}
        </p>
      ))}
    </>
  );
}

function StepList({ steps }: { readonly steps: readonly Step[] }) {
  const { operand } = useReader();
  return (
    <ol className={styles.steps}>
      {steps.map((step) => {
        const outcome = outcomeOf(step);
        const isFinal = step.kind === 'rounding';
        return (
          <li key={step.text}>
            <div className={styles.step}>
              <span>{step.text}</span>
              {outcome !== undefined && (
                // The sentence says it, too; so it is not read aloud a second time.
                <span className={`${styles.outcome} ${isFinal ? styles.final : ''}`} aria-hidden="true">
                  {operand(outcome)}
                </span>
              )}
            </div>
            {step.steps.length > 0 && <StepList steps={step.steps} />}
          </li>
        );
      })}
    </ol>
  );
}

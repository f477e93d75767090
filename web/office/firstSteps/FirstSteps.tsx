import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Answer } from '../../api/answer.ts';
import { api } from '../../api/client.ts';
import { useMe } from '../../session/useMe.ts';
import { useSay } from '../../text/ReaderContext.tsx';
import { useTrialPlace } from '../../trial/useTrial.ts';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/Section.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import styles from './FirstSteps.module.css';
import { showSteps, useShownSteps } from './shownSteps.ts';
import { stepTexts } from './stepTexts.ts';

/** Where each step is done. */
const PLACE = {
  company: '/settings/companies',
  file: '/facts/import',
  quarantine: '/facts/quarantine',
  agreement: '/agreements/new',
  approval: '/agreements',
  amount: '/earnings',
  colleague: '/settings',
  partner: '/settings',
} as const;

/** Another person or company may do it while the page is open. */
const ASKED_AGAIN_MS = 10_000;

/**
 * What somebody does who begins with nothing: each step is done when what it makes is there. It is shown until all is done or the
 * reader hides it, and comes back from the help; in a sandbox, where all is there, only when it is asked for. While nobody knows
 * whether there is something to do it keeps its place, so that what stands below is not moved.
 */
export function FirstSteps() {
  const { data: me, isPending } = useMe();
  if (isPending) return <Skeleton />;
  return me === undefined || me.kind === 'system' ? null : <Steps tenant={me.tenant.code} />;
}

/** Whether the list is to be shown in the tenant: what the reader chose, else everywhere but in a sandbox. */
export function useIsWanted(tenant = ''): boolean {
  const chosen = useShownSteps(tenant);
  const place = useTrialPlace();
  return chosen === 'shown' || (chosen === null && place !== 'sandbox' && place !== undefined);
}

function Steps({ tenant }: { readonly tenant: string }) {
  const say = useSay(stepTexts);
  const chosen = useShownSteps(tenant);
  const isWanted = useIsWanted(tenant);
  const { data, isPending } = api.useQuery(
    'get',
    '/api/v1/home/first-steps',
    {},
    { enabled: isWanted, refetchInterval: ASKED_AGAIN_MS },
  );
  if (isWanted && isPending) return <Skeleton />;
  if (!isWanted || data === undefined) return null;
  const left = data.rows.filter(({ isDone }) => !isDone);
  if (left.length === 0 && chosen === null) return null;
  return (
    <Section
      title={say('title')}
      lead={left.length === 0 ? say('allDone') : say('left', { count: left.length, all: data.rows.length })}
    >
      <StepList steps={data.rows} left={left} />
      <div className={styles.deeds}>
        <Button kind="quiet" onPress={() => showSteps(tenant, false)}>
          {say('hide')}
        </Button>
      </div>
    </Section>
  );
}

type Step = Answer<'firstSteps'>['rows'][number];
type ListProps = { readonly steps: readonly Step[]; readonly left: readonly Step[] };

/** What is left to do; what is done is there for whoever wants to go back to it. */
function StepList({ steps, left }: ListProps) {
  const say = useSay(stepTexts);
  const [isWhole, setWhole] = useState(false);
  const isShort = !isWhole && left.length > 0 && left.length < steps.length;
  return (
    <>
      <ol className={styles.steps}>
        {(isShort ? left : steps).map(({ step, isDone }) => (
          <li key={step} className={styles.step} data-done={isDone} data-next={step === left[0]?.step}>
            <span className={styles.mark} aria-hidden="true">
              {isDone ? '✓' : steps.findIndex((one) => one.step === step) + 1}
            </span>
            <div>
              <Link to={PLACE[step]}>{say(step)}</Link>
              <span className={styles.said}>{isDone ? say('done') : say(`${step}How`)}</span>
            </div>
          </li>
        ))}
      </ol>
      {isShort && (
        <div className={styles.deeds}>
          <Button kind="quiet" onPress={() => setWhole(true)}>
            {say('whole')}
          </Button>
        </div>
      )}
    </>
  );
}

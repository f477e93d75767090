import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Answer } from '../../api/answer.ts';
import { call } from '../../api/client.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { Named } from '../../ui/Named.tsx';
import { type Meaning, Tag } from '../../ui/Tag.tsx';
import { Deed } from '../money/Deed.tsx';
import { Deeds } from '../money/Deeds.tsx';
import { useActorName } from '../money/useActorName.ts';
import { useMay } from '../money/useMay.ts';
import styles from './Jobs.module.css';
import { jobsTexts } from './texts.ts';

type Job = Answer<'listJobs'>['rows'][number];

const MEANINGS: Readonly<Record<Job['state'], Meaning>> = {
  waiting: 'information',
  running: 'information',
  done: 'good',
  failed: 'bad',
  merged: 'neutral',
  cancelled: 'neutral',
};

/** Each job with its state, how far it is and why it came to nothing. */
export function JobTable({ rows, isStale }: { readonly rows: readonly Job[]; readonly isStale: boolean }) {
  const say = useSay(jobsTexts);
  const { instant } = useReader();
  const actorName = useActorName();
  const mayWrite = useMay('jobs:write');
  const columns: readonly Column<Job>[] = [
    { id: 'what', title: say('what'), isMain: true, cell: (job) => <What job={job} /> },
    {
      id: 'state',
      title: say('state'),
      isFirst: true,
      cell: ({ state }) => <Tag meaning={MEANINGS[state]}>{say(state)}</Tag>,
    },
    { id: 'progress', title: say('progress'), cell: (job) => <Progress job={job} /> },
    {
      id: 'since',
      title: say('since'),
      cell: ({ requestedAt, requestedBy }) => (
        <Named name={instant(requestedAt)} code={actorName(requestedBy)} />
      ),
    },
    ...(mayWrite
      ? [{ id: 'deeds', title: say('deeds'), isPlain: true, cell: (job: Job) => <JobDeeds job={job} /> }]
      : []),
  ];
  return (
    <DataTable
      caption={say('title')}
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      isStale={isStale}
    />
  );
}

function What({ job }: { readonly job: Job }) {
  const say = useSay(jobsTexts);
  return <Named name={say(job.kind)} code={<Subject job={job} />} />;
}

/** What a job is about, leading there where that is a page. */
function Subject({ job: { kind, subject } }: { readonly job: Job }): ReactNode {
  const say = useSay(jobsTexts);
  const { day } = useReader();
  if (kind === 'calculate' && subject === '') return say('everything');
  if (kind === 'passDay') return day(subject);
  if (kind !== 'calculate') return '';
  return (
    <Link to="/agreements/$code" params={{ code: subject }}>
      {subject}
    </Link>
  );
}

const ERRORS = ['outage', 'fault', 'workerLost'] as const;

function Progress({ job }: { readonly job: Job }) {
  const { kind, state, progress, attempts, error } = job;
  const say = useSay(jobsTexts);
  const { count } = useReader();
  const { done, total } = progress;
  const known = ERRORS.find((one) => one === error);
  return (
    <>
      {state === 'running' && (
        <progress
          className={styles.bar}
          aria-label={say('progressOf', { what: say(kind) })}
          {...(total !== null && total > 0 && { value: done, max: total })}
        />
      )}
      {state === 'running' && total === null && done === 0 && <Beginning job={job} />}
      {total !== null && total > 0 && (
        <span>{say('ofTotal', { done: count(done), total: count(total) })}</span>
      )}
      {total === null && done > 0 && <span>{say('soFar', { done: count(done) })}</span>}
      {attempts > 1 && <p>{say('attempts', { count: attempts })}</p>}
      {error !== null && <p>{known === undefined ? say('refused', { code: error }) : say(known)}</p>}
    </>
  );
}

/** What it does before it has anything to show: after a start a calculation waits for the lines of the tenant. */
function Beginning({ job: { kind, linesRead } }: { readonly job: Job }) {
  const say = useSay(jobsTexts);
  if (linesRead === null) return kind === 'calculate' ? <span>{say('begins')}</span> : null;
  return (
    <>
      <span>{say('readsLines', { count: linesRead })}</span>
      <p>{say('readsLinesWhy')}</p>
    </>
  );
}

/** A calculation is due by what is known, and is never cancelled. */
function JobDeeds({ job: { id, kind, state } }: { readonly job: Job }) {
  const say = useSay(jobsTexts);
  if (state !== 'failed' && state !== 'waiting') return null;
  const what = say(kind);
  const params = { params: { path: { id } } };
  return (
    <Deeds>
      <Deed
        name={say('retry')}
        label={say('retryOf', { what })}
        lead={say('retryLead')}
        done={say('retried')}
        onDo={() => call.POST('/api/v1/jobs/{id}/retry', params)}
      />
      {kind !== 'calculate' && (
        <Deed
          name={say('cancel')}
          label={say('cancelOf', { what })}
          lead={say('cancelLead')}
          done={say('notDone')}
          kind="danger"
          onDo={() => call.POST('/api/v1/jobs/{id}/cancel', params)}
        />
      )}
    </Deeds>
  );
}

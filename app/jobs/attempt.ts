import type { CalculatedAgreement } from '../calculation/calculateDue.ts';
import type { CourierPorts } from '../ports/courier.ts';
import type { ClaimedJob, JobError, JobProgress } from '../ports/jobStore.ts';
import type { MailDesk } from '../ports/mails.ts';
import type { Tx } from '../ports.ts';

/** An attempt at a job, as whoever does it sees it. */
export type Attempt = {
  readonly job: ClaimedJob;
  /** True as soon as the worker has been told to stop: give the job back at the next good place. */
  readonly isStopping: () => boolean;
  /** Says how far it is, in the transaction that got it there. */
  readonly progress: (tx: Tx, progress: JobProgress) => Promise<void>;
  readonly calculated: (done: CalculatedAgreement) => void;
  /** A part failed, and the rest goes on. */
  readonly failed: (error: unknown) => void;
  /** What it writes to people with. */
  readonly desk: MailDesk;
  /** What it tells programs of others with. */
  readonly outside: Pick<CourierPorts, 'keys' | 'courier'>;
  /** What an error is in a word; its text may hold what a job must not. */
  readonly errorOf: (error: unknown) => JobError;
};

/** `again`: not at its end, through no fault of its own. */
export type Outcome = 'done' | 'again';

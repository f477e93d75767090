import type { RefusalCode } from '../../core/refusal/refusals.ts';

/**
 * What there is to do later. `calculate`: what is due, of one agreement by its code or of all.
 * `preview`: what an amendment would change, by the id of the preview. `takeMessages`: what was sent
 * about claims. `passDay`: what a day brings.
 * `sendNotices`, `sendReports`: what goes out by mail. `sendWebhooks`: what an address outside is told, by its id.
 * `scanArrivals`: detectors look at what came; `scanHistory`: at everything, by the day, or asked for; `backTest`: by other
 * parameters, by its id.
 */
export const JOB_KINDS = [
  'calculate',
  'preview',
  'takeMessages',
  'passDay',
  'sendNotices',
  'sendReports',
  'sendWebhooks',
  'scanArrivals',
  'scanHistory',
  'backTest',
] as const;
export type JobKind = (typeof JOB_KINDS)[number];

/** What waits for programs of others, and so keeps nothing else waiting. */
export const OUTWARD_JOBS: readonly JobKind[] = ['sendWebhooks'];

/**
 * waiting: due now or later · running: a worker holds it · done · failed: given up, can be asked
 * again · merged: went over into a later job about the same · cancelled.
 */
export const JOB_STATES = ['waiting', 'running', 'done', 'failed', 'merged', 'cancelled'] as const;
export type JobState = (typeof JOB_STATES)[number];

/**
 * Why an attempt came to nothing: the database was away, a fault of the program, a worker that was
 * never heard of again, or a refusal. Never a message: those may hold what a job must not.
 */
export type JobError = 'outage' | 'fault' | 'workerLost' | RefusalCode;

export type NewJob = {
  readonly id: string;
  readonly kind: JobKind;
  /** What it is about, an id of the kind's own; '' is the whole tenant. Never a name or an amount. */
  readonly subject: string;
  readonly requestedBy: string;
  /** Lets what follows at once join in. */
  readonly delayMs: number;
};

export type Job = {
  readonly id: string;
  readonly kind: JobKind;
  readonly subject: string;
  readonly state: JobState;
  readonly attempts: number;
  readonly requestedBy: string;
  readonly requestedAt: Date;
  readonly dueAt: Date;
  readonly startedAt?: Date;
  readonly endedAt?: Date;
  readonly progress: JobProgress;
  readonly error?: JobError;
};

export type JobProgress = { readonly done: number; readonly total?: number };

/** An attempt under way; the claim says whose it is. */
export type ClaimedJob = Job & { readonly claim: string };
export type Claim = Pick<ClaimedJob, 'id' | 'claim'>;

export type JobFilter = {
  readonly states?: readonly JobState[];
  /** Only older ones than this id: the newest come first. */
  readonly before?: string;
  readonly limit: number;
};

/** How often a job is begun before it is given up, be it that it fails or that workers die over it. */
export const ATTEMPTS = 8;

export type JobStore = {
  /**
   * Asks for work in this transaction; gives the id of the job. One that waits for the same
   * already takes the request in, and one that failed is tried anew. The row is locked until
   * commit: no worker takes it up before what it is to see is there.
   */
  readonly add: (job: NewJob) => Promise<string>;
  /** Takes up the job that is due longest, for as long as the lease lasts; also one whose lease has lapsed. Some kinds can be passed over. */
  readonly claim: (
    claim: string,
    leaseMs: number,
    except?: readonly JobKind[],
  ) => Promise<ClaimedJob | undefined>;
  /** Lengthens the lease; false where the job is not ours any more. Who gets on begins to count attempts anew. */
  readonly beat: (claim: Claim, leaseMs: number, progress?: JobProgress) => Promise<boolean>;
  /** Ends the attempt; false where it is not ours any more. */
  readonly finish: (claim: Claim) => Promise<boolean>;
  /** Puts it back as if it had not been begun. */
  readonly giveBack: (claim: Claim, delayMs: number) => Promise<boolean>;
  /** Puts it back after a failure, or gives it up where no delay is given. */
  readonly fail: (claim: Claim, error: JobError, delayMs?: number) => Promise<boolean>;
  /** What failed about this has been done by somebody else since. */
  readonly settle: (kind: JobKind, subject: string) => Promise<void>;
  /** What jobs of a kind are about that are not at an end, or have failed. */
  readonly open: (kind: JobKind) => Promise<readonly Pick<Job, 'subject' | 'state'>[]>;
  /** Whether something was asked for, whatever became of it; what ended well is forgotten after a while. */
  readonly isKnown: (kind: JobKind, subject: string) => Promise<boolean>;
  readonly get: (id: string) => Promise<Job | undefined>;
  readonly list: (filter: JobFilter) => Promise<readonly Job[]>;
  /** A failed or waiting job is due now, its attempts counted anew; false for any other. */
  readonly retry: (id: string, requestedBy: string) => Promise<boolean>;
  /** A waiting or failed job is not done at all; false for any other. */
  readonly cancel: (id: string) => Promise<boolean>;
  /** Forgets what ended well, or was cancelled, so many days ago. */
  readonly forget: (days: number) => Promise<void>;
};

import type { BackTested, DecidedFinding } from '../../core/trust/backTest.ts';
import type { CaseDecision, CaseEventKind, CaseState, DecisionReason } from '../../core/trust/caseState.ts';
import type { Parameters } from '../../core/trust/detector.ts';
import type { Judged } from '../../core/trust/feedback.ts';
import type { Finding, FoundObject } from '../../core/trust/finding.ts';
import type { TrustPolicy, Verdict } from '../../core/trust/policy.ts';
import type { Subject } from '../../core/trust/subject.ts';
import type { Ports, TenantId } from '../ports.ts';
import type { TrustPast } from './trustPast.ts';

/** Looks at everything, or at what concerns one partner, by these parameters of detectors, and says what it found. */
export type Scan = (
  ports: Ports,
  tenant: TenantId,
  asked: { readonly partner?: string; readonly parameters: ParametersByDetector },
) => Promise<readonly Finding[]>;

/** Of the detectors that go by something else than the usual. */
export type ParametersByDetector = Readonly<Record<string, Parameters>>;

export const RUN_KINDS = ['arrival', 'nightly', 'asked', 'backTest'] as const;
export type TrustRunKind = (typeof RUN_KINDS)[number];

/** A look of the detectors, at its end. `fresh`: what nobody had found before. */
export type TrustRun = {
  readonly id: string;
  readonly kind: TrustRunKind;
  readonly partner?: string;
  readonly parameters: ParametersByDetector;
  readonly findings: number;
  readonly fresh: number;
  /** Of a back-test. */
  readonly outcome?: readonly BackTested[];
  readonly requestedBy: string;
  readonly endedAt: Date;
};

export type StoredFinding = Omit<Finding, 'id'> & {
  readonly id: string;
  /** Of what it is about: the id that `Finding` has. */
  readonly objectId: string;
  readonly subject: Subject;
  readonly foundAt: Date;
  /** When a run found it last. */
  readonly seenAt: Date;
  /** The case that it is in. */
  readonly caseId?: string;
};

export type NewFinding = {
  readonly id: string;
  readonly finding: Finding;
  readonly subject: Subject;
  readonly sha256: string;
};

export type StoredPolicy = {
  readonly version: number;
  readonly policy: TrustPolicy;
  readonly reason: string;
  readonly setBy: string;
  readonly setAt: Date;
};

export type StoredParameters = {
  readonly detector: string;
  readonly version: number;
  readonly parameters: Parameters;
  readonly reason: string;
  readonly setBy: string;
  readonly setAt: Date;
};

/** How a case stands. Units: minor. */
export type CaseStands = {
  readonly state: CaseState;
  readonly isHeld: boolean;
  /** The id of a person. */
  readonly assignee?: string;
  /** Risk, 1 to 1000. */
  readonly score: number;
  /** What is at stake, where it can be said. */
  readonly minor?: bigint;
  readonly decision?: CaseDecision;
  readonly reason?: DecisionReason;
  readonly prevented: bigint;
  readonly recovered: bigint;
};

export type CaseEvent = CaseStands & {
  readonly number: number;
  readonly kind: CaseEventKind;
  readonly actor: string;
  readonly at: Date;
  /** What somebody said; '' where nothing was. */
  readonly said: string;
  readonly evidence?: { readonly object: FoundObject; readonly id: string };
};

export type NewCase = {
  readonly id: string;
  readonly subject: Subject;
  readonly ordinal: number;
  readonly partner?: string;
  readonly currency?: string;
  readonly openedAt: Date;
};

/** A case as it stands after its last event. */
export type StoredCase = NewCase & CaseStands & { readonly lastEvent: number; readonly changedAt: Date };

export const CASE_ORDERS = ['score', 'amount', 'age'] as const;
export type CaseOrder = (typeof CASE_ORDERS)[number];

export type CaseFilter = {
  /** `undecided`: open or under way. */
  readonly state?: CaseState | 'undecided';
  readonly isHeld?: boolean;
  readonly object?: FoundObject;
  readonly partner?: string;
  /** The id of a person, or `nobody`. */
  readonly assignee?: string;
  readonly leastScore?: number;
  readonly order: CaseOrder;
  readonly limit: number;
  /** How many are passed over. */
  readonly offset: number;
};

/** What cases come to, by currency. Units: minor. */
export type TrustFigures = {
  readonly cases: Readonly<Record<CaseState, number>>;
  readonly held: number;
  readonly unassigned: number;
  readonly amounts: readonly {
    readonly currency: string;
    /** At stake in cases that nobody has decided. */
    readonly atRisk: bigint;
    readonly prevented: bigint;
    readonly recovered: bigint;
  }[];
};

/** Something that came and is to be looked at first. */
export type Arrival = {
  readonly id: string;
  readonly subject: Subject;
  readonly partner: string;
  readonly arrivedAt: Date;
  readonly lateAt: Date;
};

/** What keeps something from being granted or paid: a case that holds, or an arrival that nobody has looked at. */
export type Hold = {
  readonly subject: Subject;
  readonly partner?: string;
  /** Undefined: it waits to be looked at. */
  readonly caseId?: string;
};

export type TrustStore = TrustPast & {
  /** Writes what a run found, each finding once, and that it saw them; gives the ids of those that are new. */
  readonly record: (run: TrustRun, findings: readonly NewFinding[]) => Promise<readonly string[]>;
  readonly runs: (limit: number) => Promise<readonly TrustRun[]>;
  readonly run: (id: string) => Promise<TrustRun | undefined>;
  /** What of these subjects is in no case, or in one that nobody has decided; the strongest first. */
  readonly undecided: (subjects: readonly Subject[]) => Promise<readonly StoredFinding[]>;
  readonly findingsOf: (caseId: string) => Promise<readonly StoredFinding[]>;
  /** Findings whose cases were decided. */
  readonly judged: () => Promise<readonly (Judged & DecidedFinding)[]>;
  readonly policy: () => Promise<StoredPolicy | undefined>;
  readonly setPolicy: (policy: StoredPolicy) => Promise<void>;
  /** The last ones of each detector. */
  readonly parameters: () => Promise<readonly StoredParameters[]>;
  readonly setParameters: (parameters: StoredParameters) => Promise<void>;
  readonly addBackTest: (
    id: string,
    parameters: ParametersByDetector,
    by: { readonly actor: string; readonly at: Date },
  ) => Promise<void>;
  readonly backTest: (
    id: string,
  ) => Promise<{ readonly parameters: ParametersByDetector; readonly requestedBy: string } | undefined>;
  readonly addCase: (opened: NewCase, event: Omit<CaseEvent, 'number'>) => Promise<void>;
  /** The last case of a subject. */
  readonly caseOf: (subject: Subject) => Promise<StoredCase | undefined>;
  readonly case: (id: string) => Promise<StoredCase | undefined>;
  readonly cases: (filter: CaseFilter) => Promise<readonly StoredCase[]>;
  readonly events: (caseId: string) => Promise<readonly CaseEvent[]>;
  /** A second writer with the same number fails on the key and is repeated. */
  readonly addEvent: (caseId: string, event: CaseEvent) => Promise<void>;
  readonly addFindings: (caseId: string, findings: readonly string[]) => Promise<void>;
  readonly figures: () => Promise<TrustFigures>;
  /** What holds now, of these partners or of all; what is of no partner is always among it. */
  readonly holds: (partners?: readonly string[]) => Promise<readonly Hold[]>;
  /** The same arrival twice is one. */
  /** Late after `within` minutes. */
  readonly arrive: (arrival: Omit<Arrival, 'lateAt'> & { readonly within: number }) => Promise<void>;
  /** What came and nobody has looked at, the oldest first. */
  readonly arrivals: () => Promise<readonly Arrival[]>;
  /** Those of them of which nobody was told that they wait too long. */
  readonly late: (now: Date) => Promise<readonly Arrival[]>;
  readonly tellLate: (arrivals: readonly string[], at: Date) => Promise<void>;
  readonly scanned: (
    arrival: string,
    by: { readonly run: string; readonly verdict: Verdict; readonly at: Date },
  ) => Promise<void>;
};

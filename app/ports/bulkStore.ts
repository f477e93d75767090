import type { ProposalState } from '../../core/lifecycle/proposalState.ts';
import type { AgreementStore } from '../ports.ts';
import type { AuditDeed } from './auditStore.ts';
import type { Deed } from './dossierStore.ts';
import type { Part, Proposal, Revision, Submission } from './proposalStore.ts';

/** A spreadsheet of agreements that was handed in. */
export type Bulk = {
  readonly id: string;
  readonly name: string;
  readonly sha256: string;
  readonly rows: number;
  readonly submittedBy: string;
  readonly submittedAt: Date;
};

/** With how many of its agreements stand where. */
export type CountedBulk = Bulk & { readonly states: Readonly<Partial<Record<ProposalState, number>>> };

/** Where one of its agreements stands. */
export type BulkEntry = {
  readonly row: number;
  readonly proposal: string;
  readonly code: string;
  readonly state: ProposalState;
  readonly submission: number;
  readonly version?: number;
};

/** How far the dossier of an agreement is. */
export type DossierStand = {
  readonly lastDeed: number;
  /** The number of its last proposal. */
  readonly lastProposal: number;
  readonly isVersioned: boolean;
};

/** Where many agreements and some of their proposals stand, under the locks of their dossiers. */
export type Standing = {
  /** By the code of the agreement. */
  readonly dossiers: ReadonlyMap<string, DossierStand>;
  readonly proposals: readonly Proposal[];
  /** The last submission of each proposal, its parts, and the text that was handed in, by the proposal. */
  readonly submissions: ReadonlyMap<string, Submission>;
  readonly parts: ReadonlyMap<string, readonly Part[]>;
  readonly texts: ReadonlyMap<string, Revision>;
};

type Of<T> = T & { readonly proposal: string };
type Version = Parameters<AgreementStore['record']>[0];

/** What is written of many agreements at once, a list for each table. */
export type Gathered = {
  readonly proposals: readonly Proposal[];
  readonly revisions: readonly Of<Revision>[];
  readonly submissions: readonly Of<Submission>[];
  readonly parts: readonly Of<Part & { readonly submission: number }>[];
  /** First versions of agreements. */
  readonly versions: readonly Version[];
  readonly moves: readonly Of<Pick<Proposal, 'state' | 'version'>>[];
  readonly deeds: readonly (Deed & { readonly code: string })[];
  readonly audits: readonly AuditDeed[];
};

export type BulkStore = {
  /** Locks the dossiers of agreements, in order of their codes, and reads where they and these proposals stand. */
  readonly lockAll: (codes: readonly string[], proposals: readonly string[]) => Promise<Standing>;
  /** Under those locks: writes everything, a statement for each table. */
  readonly writeAll: (gathered: Gathered) => Promise<void>;
  readonly record: (
    bulk: Bulk,
    entries: readonly { readonly row: number; readonly proposal: string }[],
  ) => Promise<void>;
  readonly find: (id: string) => Promise<Bulk | undefined>;
  /** The latest first, those handed in before `before` where that is said; how many of its agreements stand where. */
  readonly latest: (limit: number, before?: string) => Promise<readonly CountedBulk[]>;
  /** The same, and nobody else approves of it until this transaction ends. */
  readonly lock: (id: string) => Promise<Bulk | undefined>;
  /** In order of the agreements, in which they are locked. */
  readonly entries: (id: string) => Promise<readonly BulkEntry[]>;
};

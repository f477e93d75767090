import type { ProposalKind } from '../../core/lifecycle/amendedText.ts';
import type { ApprovalLevel } from '../../core/lifecycle/approvalRules.ts';
import type { ProposalState } from '../../core/lifecycle/proposalState.ts';
import type { Decimal } from '../../core/number/decimal.ts';
import type { Actor } from '../actor.ts';

/** A text on its way to becoming a version of its agreement. */
export type Proposal = {
  readonly id: string;
  /** The agreement that it is of. */
  readonly code: string;
  /** Counted for each agreement, in the order in which they were begun. */
  readonly number: number;
  readonly kind: ProposalKind;
  /** The version that it was made from; 0 where the agreement has none. */
  readonly baseVersion: number;
  /** The agreement that was cloned or renewed. */
  readonly madeFrom?: { readonly code: string; readonly version: number };
  readonly state: ProposalState;
  /** The number of the last text that was saved. */
  readonly revision: number;
  /** How often it was submitted. */
  readonly submission: number;
  /** The version that it became. */
  readonly version?: number;
};

/** A text as it was saved; it never changes. */
export type Revision = {
  readonly revision: number;
  readonly text: string;
  readonly sha256: string;
  readonly author: Actor;
  readonly at: Date;
};

/** The value that the levels go by: named by the author, or the most that the text's own caps allow. */
export type NamedValue = {
  readonly of: 'expected' | 'capped';
  readonly amount: Decimal;
  readonly currency: string;
};

/** What was handed in: a text, a value, and the levels that the rules of that moment ask for. */
export type Submission = {
  readonly submission: number;
  readonly revision: number;
  /** 0: the company had no rules of its own. */
  readonly rulesVersion: number;
  readonly value: NamedValue;
  readonly levels: readonly ApprovalLevel[];
  readonly at: Date;
};

/** The one part that a person has in a submission: author, or approver of a level. */
export type Part = { readonly person: string; readonly level?: string; readonly at: Date };

export type ProposalFilter = {
  /** Of these agreements only. */
  readonly codes?: readonly string[];
  readonly state?: ProposalState;
  /** The agreement that was cloned or renewed. */
  readonly madeFrom?: string;
  /** Those behind this one, in the order of the list. */
  readonly after?: { readonly code: string; readonly number: number };
  readonly limit?: number;
};

export type ProposalStore = {
  /** Under the lock of the dossier. */
  readonly create: (
    proposal: Omit<Proposal, 'number' | 'state' | 'revision' | 'submission' | 'version'>,
    text: Omit<Revision, 'revision'>,
  ) => Promise<void>;
  readonly get: (id: string) => Promise<Proposal | undefined>;
  /** By agreement, oldest first; without `code` those of all agreements, without `state` in any. */
  readonly list: (filter: ProposalFilter) => Promise<readonly Proposal[]>;
  /** Saves the next text, made from a version, and gives its number. */
  readonly save: (id: string, text: Omit<Revision, 'revision'>, baseVersion: number) => Promise<number>;
  readonly move: (id: string, state: ProposalState, version?: number) => Promise<void>;
  /** In review from here on, with its authors as parts. */
  readonly submit: (id: string, submission: Submission, authors: readonly string[]) => Promise<void>;
  readonly revision: (id: string, revision: number) => Promise<Revision | undefined>;
  readonly revisions: (id: string) => Promise<readonly Omit<Revision, 'text'>[]>;
  readonly submissionOf: (id: string, submission: number) => Promise<Submission | undefined>;
  readonly parts: (id: string, submission: number) => Promise<readonly Part[]>;
  /** Approves one level; a second part of one person, or of one level, fails on its key. */
  readonly approve: (id: string, submission: number, part: Required<Part>) => Promise<void>;
};

import type { ApprovalRules } from '../../core/lifecycle/approvalRules.ts';

/** Rules as somebody proposed them; in force from the batch in which another person confirmed them. */
export type StoredRules = {
  readonly version: number;
  readonly rules: ApprovalRules;
  readonly text: string;
  /** The person who proposed them. */
  readonly author: string;
  readonly at: Date;
  readonly confirmed?: { readonly batch: number; readonly approver: string };
};

export type ApprovalRulesStore = {
  /** Every version that was proposed, oldest first. */
  readonly all: () => Promise<readonly StoredRules[]>;
  /** The rules in force at a batch; undefined where the company has none of its own. */
  readonly knownAt: (batch: number) => Promise<StoredRules | undefined>;
  readonly propose: (entry: Omit<StoredRules, 'confirmed' | 'rules'>) => Promise<void>;
  readonly confirm: (version: number, author: string, approver: string, batch: number) => Promise<void>;
};

/** Rules as somebody proposed them; in force from the batch in which another person confirmed them. */
export type StoredRules<R> = {
  readonly version: number;
  readonly rules: R;
  readonly text: string;
  /** The person who proposed them. */
  readonly author: string;
  readonly at: Date;
  readonly confirmed?: { readonly batch: number; readonly approver: string };
};

export type RulesStore<R> = {
  /** Every version that was proposed, oldest first. */
  readonly all: () => Promise<readonly StoredRules<R>[]>;
  /** The rules in force at a batch; undefined where the company has none of its own. */
  readonly knownAt: (batch: number) => Promise<StoredRules<R> | undefined>;
  readonly propose: (entry: Omit<StoredRules<R>, 'confirmed' | 'rules'>) => Promise<void>;
  readonly confirm: (version: number, author: string, approver: string, batch: number) => Promise<void>;
};

import type { RetentionRules } from '../retention/retention.ts';

export type RetentionStore = {
  /** What was said last. */
  readonly rules: () => Promise<RetentionRules>;
  readonly set: (rules: Required<RetentionRules>, by: string) => Promise<void>;
  /** Lets go of notices, with their mails and links, that were told longer ago; so many at once at most. */
  readonly forgetNotices: (
    old: { readonly now: Date; readonly days: number },
    limit: number,
  ) => Promise<void>;
  /** Lets go of invitations that ended longer ago. */
  readonly forgetInvitations: (
    old: { readonly now: Date; readonly days: number },
    limit: number,
  ) => Promise<void>;
};

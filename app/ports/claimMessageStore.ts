import type { ClaimRow } from '../../core/claim/claimFile.ts';
import type { MessageKind } from '../../core/claim/claimMessage.ts';
import type { ClaimReason } from '../../core/claim/claimReason.ts';
import type { Decimal } from '../../core/number/decimal.ts';
import type { Refusal } from '../../core/refusal/refusals.ts';

/** What a message says, by its kind. */
export type SaidOfClaims =
  | { readonly kind: 'claims'; readonly rows: readonly ClaimRow[] }
  | { readonly kind: 'comment'; readonly claim: string; readonly text: string }
  | {
      readonly kind: 'dispute';
      readonly claim: string;
      readonly reason: ClaimReason;
      readonly line?: number;
      readonly amount?: Decimal;
      readonly note?: string;
    }
  | { readonly kind: 'proof'; readonly claim: string; readonly name: string; readonly mediaType: string };

export type NewClaimMessage = {
  readonly id: string;
  /** Whose it is; undefined where one of us sent claims of several partners. */
  readonly partner?: string;
  readonly said: SaidOfClaims;
  /** The message whose rows it repairs. */
  readonly repairs?: string;
  readonly sentBy: string;
  readonly at: Date;
};

/** What became of a message when it was taken in. */
export type MessageTaken = {
  readonly claims: readonly string[];
  readonly refusals: readonly Refusal[];
  /** Numbers of the rows that became no claim and wait. */
  readonly waiting: readonly number[];
};

export type ClaimMessage = NewClaimMessage & {
  /** It came through the portal. */
  readonly isFromPartner: boolean;
  readonly taken?: MessageTaken;
  readonly dismissed?: { readonly reason: string };
  readonly repairedBy?: string;
};

export type ClaimMessageFilter = {
  readonly kind?: MessageKind;
  readonly partner?: string;
  /** What was said to this claim. */
  readonly claim?: string;
  /** Only those of which rows wait. */
  readonly isQuarantined: boolean;
  readonly limit: number;
  readonly after?: string;
};

export type ClaimMessageStore = {
  readonly add: (message: NewClaimMessage, content?: Uint8Array) => Promise<void>;
  readonly find: (id: string) => Promise<ClaimMessage | undefined>;
  /** What somebody has sent under a key of theirs. */
  readonly sentUnder: (
    sentBy: string,
    key: string,
  ) => Promise<{ readonly id: string; readonly requestHash: string } | undefined>;
  /** The bytes of a proof. */
  readonly content: (id: string) => Promise<Uint8Array | undefined>;
  /** Ids of those that nobody has taken in, as they came. */
  readonly untaken: () => Promise<readonly string[]>;
  /** Once for each message; whoever comes second begins anew. */
  readonly take: (message: ClaimMessage, taken: MessageTaken, at: Date) => Promise<void>;
  readonly dismiss: (message: ClaimMessage, reason: string, at: Date) => Promise<void>;
  /** By id: in the order in which they came. */
  readonly page: (filter: ClaimMessageFilter) => Promise<readonly ClaimMessage[]>;
};

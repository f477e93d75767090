import type {
  PaymentEvent,
  PaymentItem,
  PaymentRun,
  StoredInstruction,
  StoredPayingAccount,
} from '../../app/ports/paymentStore.ts';
import type { LocalDate } from '../../core/calendar/localDate.ts';
import type { PaymentState, RunState } from '../../core/payment/paymentState.ts';

/** Rows of payments as they come out of the database, and what the program makes of them. */

export type AccountRow = {
  readonly code: string;
  readonly version: number;
  readonly company: string;
  readonly currency: string;
  readonly key: string;
  readonly sealed: Uint8Array;
};

export function toAccount({ key, sealed, ...account }: AccountRow): StoredPayingAccount {
  return { ...account, sealed: { key, bytes: sealed } };
}

export type RunRow = {
  readonly id: string;
  readonly company: string;
  readonly account: string;
  readonly account_version: number;
  readonly currency: string;
  readonly execution_day: LocalDate;
  readonly total: string;
  readonly approvals: number;
  readonly state: RunState;
  readonly author: string;
  readonly proposed_at: Date;
  readonly sender: string | null;
  readonly sent_at: Date | null;
  readonly message_id: string | null;
  readonly file_sha256: string | null;
  readonly key: string | null;
  readonly sealed: Uint8Array | null;
  readonly approvers: readonly (readonly [string, string])[];
};

export function toRun(row: RunRow): PaymentRun {
  const { id, company, account, currency, approvals, state, author } = row;
  return {
    ...{ id, company, account, currency, approvals, state, author },
    accountVersion: row.account_version,
    executionDay: row.execution_day,
    total: BigInt(row.total),
    at: row.proposed_at,
    approvers: row.approvers.map(([person, at]) => ({ person, at: new Date(at) })),
    ...sentOf(row),
  };
}

/** All of it is there, or nothing: the table says so. */
function sentOf({ sender, sent_at, message_id, file_sha256, key, sealed }: RunRow): Pick<PaymentRun, 'sent'> {
  if (sender === null || sent_at === null || message_id === null || file_sha256 === null) return {};
  if (key === null || sealed === null) return {};
  const file = { sender, at: sent_at, messageId: message_id, sha256: file_sha256 };
  return { sent: { ...file, sealed: { key, bytes: sealed } } };
}

export type InstructionRow = {
  readonly id: string;
  readonly run_id: string;
  readonly partner_id: string;
  readonly end_to_end_id: string;
  readonly valid_from: LocalDate;
  readonly account_batch: bigint;
  readonly minor: string;
  readonly returned: string;
  readonly currency: string;
  readonly remittance: string;
  readonly state: PaymentState;
};

export function toInstruction(row: InstructionRow): StoredInstruction {
  const { id, currency, remittance, state } = row;
  return {
    ...{ id, currency, remittance, state },
    run: row.run_id,
    partner: row.partner_id,
    endToEndId: row.end_to_end_id,
    validFrom: row.valid_from,
    accountBatch: Number(row.account_batch),
    minor: BigInt(row.minor),
    returned: BigInt(row.returned),
  };
}

export type ItemRow = {
  readonly settlement_id: string;
  readonly instruction_id: string;
  readonly number: number;
  readonly minor: string;
};

export function toItem({ settlement_id, instruction_id, number, minor }: ItemRow): PaymentItem {
  return { settlement: settlement_id, instruction: instruction_id, number, minor: BigInt(minor) };
}

export type EventRow = Omit<PaymentEvent, 'minor'> & { readonly minor: string };

export function toEvent({ minor, ...event }: EventRow): PaymentEvent {
  return { ...event, minor: BigInt(minor) };
}

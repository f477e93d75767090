import type {
  BankAccountChange,
  BankAccountStore,
  BankAccountVersion,
} from '../../app/ports/bankAccountStore.ts';
import type { AccountDecision } from '../../core/bank/accountChange.ts';
import { formatDate, type LocalDate } from '../../core/calendar/localDate.ts';
import { stands } from './masterStanding.ts';
import type { Session } from './session.ts';

const COLUMNS = 'partner_id, valid_from, batch, key, sealed';

/** Decisions up to the batch $2. */
const CHANGES = `
  SELECT a.partner_id, a.valid_from, a.batch, a.key, a.sealed, a.said_by, a.said_at,
    d.decision, d.payable_from, d.decided_by, d.decided_at, d.reason
  FROM bank_account a
  LEFT JOIN bank_account_decision d ON d.tenant_id = a.tenant_id AND d.partner_id = a.partner_id
    AND d.valid_from = a.valid_from AND d.account_batch = a.batch AND d.batch <= $2
  WHERE a.tenant_id = $1`;

const KNOWN_AT = `
  SELECT DISTINCT ON (valid_from) * FROM (${CHANGES} AND a.partner_id = $3 AND a.batch <= $2) AS c
  WHERE decision IS DISTINCT FROM 'rejected'
  ORDER BY valid_from, batch DESC`;

const LISTED = `${CHANGES}
  AND ($3::text IS NULL OR a.partner_id = $3) AND (NOT $4 OR d.decision IS NULL) AND a.batch < $5
  ORDER BY a.batch DESC LIMIT $6`;

const IS_KNOWN = `
  SELECT EXISTS (
    SELECT FROM master_version m WHERE m.tenant_id = $1 AND m.kind = 'partner' AND m.code = $2 AND ${stands('m')}
  ) AS is_known`;

export function bankAccountStore(session: Session): BankAccountStore {
  const { tenant } = session;
  return {
    isPartnerKnown: async (partner) => {
      const [row] = await session.query<{ is_known: boolean }>(IS_KNOWN, [tenant, partner]);
      return row?.is_known === true;
    },
    knownAt: async (partner, batch) =>
      (await session.query<ChangeRow>(KNOWN_AT, [tenant, batch, partner])).map(toChange),
    append: async ({ partner, validFrom, batch, sealed }, { by, at }) => {
      await session.query(
        `INSERT INTO bank_account (tenant_id, ${COLUMNS}, said_by, said_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [tenant, partner, formatDate(validFrom), batch, sealed?.key ?? null, sealed?.bytes ?? null, by, at],
      );
    },
    lockChange: async (partner, batch) => {
      const [row] = await session.query<ChangeRow>(
        `${CHANGES} AND a.partner_id = $3 AND a.batch = $4 FOR UPDATE OF a`,
        [tenant, Number.MAX_SAFE_INTEGER, partner, batch],
      );
      return row && toChange(row);
    },
    decide: async ({ partner, validFrom, batch }, decision) => {
      const { payableFrom } = decision;
      await session.query(
        `INSERT INTO bank_account_decision (tenant_id, partner_id, valid_from, account_batch,
           batch, decision, payable_from, decided_by, decided_at, reason)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [
          ...[tenant, partner, formatDate(validFrom), batch, decision.batch, decision.is],
          ...[payableFrom === undefined ? null : formatDate(payableFrom)],
          ...[decision.by, decision.at, decision.reason],
        ],
      );
    },
    changes: async ({ partner, waiting, before, limit }) => {
      const last = Number.MAX_SAFE_INTEGER;
      const values = [tenant, last, partner ?? null, waiting, before ?? last, limit];
      return (await session.query<ChangeRow>(LISTED, values)).map(toChange);
    },
  };
}

type VersionRow = {
  readonly partner_id: string;
  readonly valid_from: LocalDate;
  readonly batch: bigint;
  readonly key: string | null;
  readonly sealed: Uint8Array | null;
};

type ChangeRow = VersionRow & {
  readonly said_by: string | null;
  readonly said_at: Date | null;
  readonly decision: 'approved' | 'rejected' | null;
  readonly payable_from: LocalDate | null;
  readonly decided_by: string | null;
  readonly decided_at: Date | null;
  readonly reason: string | null;
};

function toVersion({
  partner_id: partner,
  valid_from: validFrom,
  batch,
  key,
  sealed,
}: VersionRow): BankAccountVersion {
  const bytes = key === null || sealed === null ? undefined : { key, bytes: sealed };
  return { partner, validFrom, batch: Number(batch), sealed: bytes };
}

function toChange(row: ChangeRow): BankAccountChange {
  const { said_by, said_at, decided_by, decided_at, reason } = row;
  return {
    ...toVersion(row),
    ...(said_by !== null && said_at !== null && { said: { by: said_by, at: said_at } }),
    decision: decisionOf(row),
    ...(decided_by !== null &&
      decided_at !== null && { decided: { by: decided_by, at: decided_at, reason: reason ?? '' } }),
  };
}

function decisionOf({ decision, payable_from: payableFrom }: ChangeRow): AccountDecision {
  if (decision === 'approved' && payableFrom !== null) return { is: 'approved', payableFrom };
  return { is: decision === 'rejected' ? 'rejected' : 'waits' };
}

import type { BankAccountStore, BankAccountVersion } from '../../app/ports/bankAccountStore.ts';
import { formatDate, type LocalDate } from '../../core/calendar/localDate.ts';
import type { Session } from './session.ts';

const COLUMNS = 'partner_id, valid_from, batch, key, sealed';

const KNOWN_AT = `
  SELECT DISTINCT ON (valid_from) ${COLUMNS} FROM bank_account
  WHERE tenant_id = $1 AND partner_id = $2 AND batch <= $3
  ORDER BY valid_from, batch DESC`;

const OTHERS = `
  SELECT ${COLUMNS} FROM bank_account
  WHERE tenant_id = $1 AND key <> $2
  ORDER BY partner_id, valid_from, batch LIMIT $3 FOR UPDATE`;

const IS_KNOWN = `
  SELECT EXISTS (
    SELECT FROM master_version WHERE tenant_id = $1 AND kind = 'partner' AND code = $2
  ) AS is_known`;

export function bankAccountStore(session: Session): BankAccountStore {
  const { tenant } = session;
  return {
    isPartnerKnown: async (partner) => {
      const [row] = await session.query<{ is_known: boolean }>(IS_KNOWN, [tenant, partner]);
      return row?.is_known === true;
    },
    knownAt: async (partner, batch) =>
      (await session.query<VersionRow>(KNOWN_AT, [tenant, partner, batch])).map(toVersion),
    append: async ({ partner, validFrom, batch, sealed }) => {
      await session.query(
        `INSERT INTO bank_account (tenant_id, ${COLUMNS}) VALUES ($1, $2, $3, $4, $5, $6)`,
        [tenant, partner, formatDate(validFrom), batch, sealed?.key ?? null, sealed?.bytes ?? null],
      );
    },
    lockOthers: async (key, limit) =>
      (await session.query<VersionRow>(OTHERS, [tenant, key, limit])).map(toVersion),
    reseal: async ({ partner, validFrom, batch, sealed }) => {
      await session.query(
        `UPDATE bank_account SET key = $5, sealed = $6
         WHERE tenant_id = $1 AND partner_id = $2 AND valid_from = $3 AND batch = $4`,
        [tenant, partner, formatDate(validFrom), batch, sealed?.key ?? null, sealed?.bytes ?? null],
      );
    },
    countByKey: async () => {
      const rows = await session.query<{ key: string; versions: number }>(
        'SELECT key, count(*)::int AS versions FROM bank_account WHERE tenant_id = $1 AND key IS NOT NULL GROUP BY key',
        [tenant],
      );
      return new Map(rows.map(({ key, versions }) => [key, versions]));
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

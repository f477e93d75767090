import type { AccountTx, Flow, Passkey } from '../../app/ports/accounts.ts';
import type { Session } from './session.ts';

const OWN_ID = `nullif(current_setting('app.account', true), '')::uuid`;
const OWN_SECRET = `nullif(current_setting('app.secret', true), '')`;

export type FactorStore = Pick<
  AccountTx,
  | 'addFlow'
  | 'takeFlow'
  | 'totp'
  | 'setTotp'
  | 'useTotp'
  | 'resealTotp'
  | 'removeTotp'
  | 'setRecoveryCodes'
  | 'recoveryCodesLeft'
  | 'useRecoveryCode'
  | 'passkeys'
  | 'addPasskey'
  | 'usedPasskey'
  | 'removePasskey'
>;

/** What an account has beside its password, and what browsers were asked about it. */
export function factorStore(session: Session): FactorStore {
  return { ...flowStore(session), ...totpStore(session), ...codeStore(session), ...passkeyStore(session) };
}

function flowStore({ query }: Session): Pick<FactorStore, 'addFlow' | 'takeFlow'> {
  return {
    addFlow: async ({ purpose, data }, { from, lifeMs }) => {
      await query(
        `INSERT INTO account_flow (secret_sha256, purpose, data, expires_at) VALUES (${OWN_SECRET}, $1, $2, $3)`,
        [purpose, JSON.stringify(data), new Date(from.getTime() + lifeMs)],
      );
    },
    takeFlow: async (purpose, at) => {
      const [row] = await query<Pick<Flow, 'data'>>(
        `DELETE FROM account_flow WHERE secret_sha256 = ${OWN_SECRET} AND purpose = $1 AND expires_at > $2
         RETURNING data`,
        [purpose, at],
      );
      return row?.data;
    },
  };
}

function totpStore({
  query,
  write,
}: Session): Pick<FactorStore, 'totp' | 'setTotp' | 'useTotp' | 'resealTotp' | 'removeTotp'> {
  return {
    totp: async () => {
      const [row] = await query<{ key: string; sealed: Uint8Array; confirmed_at: Date | null }>(
        `SELECT key, sealed, confirmed_at FROM account_totp WHERE account_id = ${OWN_ID}`,
      );
      if (row === undefined) return undefined;
      const sealed = { key: row.key, bytes: row.sealed };
      return { sealed, ...(row.confirmed_at !== null && { confirmedAt: row.confirmed_at }) };
    },
    setTotp: async ({ key, bytes }, at) => {
      await query(`DELETE FROM account_totp WHERE account_id = ${OWN_ID} AND confirmed_at IS NULL`);
      const added = await write(
        `INSERT INTO account_totp (account_id, key, sealed, made_at, used_step) VALUES (${OWN_ID}, $1, $2, $3, 0)
         ON CONFLICT DO NOTHING`,
        [key, bytes, at],
      );
      return added > 0;
    },
    useTotp: async (step, at) => {
      const used = await write(
        `UPDATE account_totp SET used_step = $1, confirmed_at = coalesce(confirmed_at, $2)
         WHERE account_id = ${OWN_ID} AND used_step < $1`,
        [step, at],
      );
      return used > 0;
    },
    resealTotp: async (before, { key, bytes }) => {
      const resealed = await write(
        `UPDATE account_totp SET key = $2, sealed = $3 WHERE account_id = ${OWN_ID} AND key = $1`,
        [before, key, bytes],
      );
      return resealed > 0;
    },
    removeTotp: async () => {
      await query(`DELETE FROM account_totp WHERE account_id = ${OWN_ID}`);
    },
  };
}

function codeStore({
  query,
  write,
}: Session): Pick<FactorStore, 'setRecoveryCodes' | 'recoveryCodesLeft' | 'useRecoveryCode'> {
  return {
    setRecoveryCodes: async (hashes) => {
      await query(`DELETE FROM account_recovery_code WHERE account_id = ${OWN_ID}`);
      await query(
        `INSERT INTO account_recovery_code (account_id, code_sha256) SELECT ${OWN_ID}, unnest($1::text[])`,
        [hashes],
      );
    },
    recoveryCodesLeft: async () => {
      const [row] = await query<{ count: number }>(
        `SELECT count(*)::int AS count FROM account_recovery_code WHERE account_id = ${OWN_ID} AND used_at IS NULL`,
      );
      return row?.count ?? 0;
    },
    useRecoveryCode: async (hash, at) => {
      const used = await write(
        `UPDATE account_recovery_code SET used_at = $2
         WHERE account_id = ${OWN_ID} AND code_sha256 = $1 AND used_at IS NULL`,
        [hash, at],
      );
      return used > 0;
    },
  };
}

function passkeyStore({
  query,
  write,
}: Session): Pick<FactorStore, 'passkeys' | 'addPasskey' | 'usedPasskey' | 'removePasskey'> {
  return {
    passkeys: async () => {
      const rows = await query<PasskeyRow>(
        `SELECT id, credential, public_key, counter::text, name, made_at, used_at FROM account_passkey
         WHERE account_id = ${OWN_ID} ORDER BY made_at, id`,
      );
      return rows.map(toPasskey);
    },
    addPasskey: async (account, { id, credential, publicKey, counter, name, madeAt }) => {
      const added = await write(
        `INSERT INTO account_passkey (account_id, id, credential, public_key, counter, name, made_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING`,
        [account, id, credential, publicKey, counter, name, madeAt],
      );
      return added > 0;
    },
    usedPasskey: async (id, { before, counter }, at) => {
      const used = await write(
        `UPDATE account_passkey SET counter = $3, used_at = $4
         WHERE account_id = ${OWN_ID} AND id = $1 AND counter = $2`,
        [id, before, counter, at],
      );
      return used > 0;
    },
    removePasskey: async (id) =>
      (await write(`DELETE FROM account_passkey WHERE account_id = ${OWN_ID} AND id = $1`, [id])) > 0,
  };
}

type PasskeyRow = {
  readonly id: string;
  readonly credential: string;
  readonly public_key: Uint8Array;
  readonly counter: string;
  readonly name: string;
  readonly made_at: Date;
  readonly used_at: Date | null;
};

function toPasskey(row: PasskeyRow): Passkey {
  return {
    ...{ id: row.id, credential: row.credential, name: row.name, madeAt: row.made_at },
    publicKey: row.public_key,
    counter: Number(row.counter),
    ...(row.used_at !== null && { usedAt: row.used_at }),
  };
}

import type {
  Account,
  AccountSession,
  AccountTx,
  Membership,
  SignInMethod,
} from '../../app/ports/accounts.ts';
import { type FactorStore, factorStore } from './factorStore.ts';
import type { Session } from './session.ts';

const SESSION = `
  SELECT id, account_id, works_in, only_in, device, method, is_strong, begun_at, seen_at, expires_at, ended_at FROM account_session`;

/** What is named in the transaction; the walls ask the same again. */
const OWN_ID = `nullif(current_setting('app.account', true), '')::uuid`;
const OWN_EMAIL = `nullif(current_setting('app.email', true), '')`;
const OWN_EMAIL_SHA256 = `encode(sha256(convert_to(${OWN_EMAIL}, 'UTF8')), 'hex')`;

/** The tables of the account that the transaction names; what is found by an address or a secret is named from then on. */
export function accountTables(session: Session): AccountTx {
  return {
    ...accountStore(session),
    ...tryStore(session),
    ...ticketStore(session),
    ...factorStore(session),
    ...sessionStore(session),
  };
}

/** From here on the walls let through what is this account's. */
async function enter({ query }: Session, account: string): Promise<void> {
  await query(`SELECT set_config('app.account', $1, true)`, [account]);
}

type AccountStore = Pick<
  AccountTx,
  'account' | 'addAccount' | 'setPassword' | 'forgetAccount' | 'memberships'
>;

function accountStore(session: Session): AccountStore {
  return {
    account: async () => {
      const [row] = await session.query<AccountRow>(
        `SELECT id, email, password FROM account WHERE id = ${OWN_ID} OR email = ${OWN_EMAIL}`,
      );
      if (row === undefined) return undefined;
      await enter(session, row.id);
      return toAccount(row);
    },
    addAccount: async ({ id, email, password }, at) => {
      await enter(session, id);
      const added = await session.write(
        'INSERT INTO account (id, email, password, made_at) VALUES ($1, $2, $3, $4) ON CONFLICT (email) DO NOTHING',
        [id, email, password ?? null, at],
      );
      return added > 0;
    },
    setPassword: async (account, password) => {
      await session.query('UPDATE account SET password = $2 WHERE id = $1', [account, password]);
    },
    forgetAccount: async () => {
      for (const table of ['session', 'ticket', 'totp', 'recovery_code', 'passkey']) {
        await session.query(`DELETE FROM account_${table} WHERE account_id = ${OWN_ID}`);
      }
      await session.query(
        `UPDATE account SET email = id || '@erased.invalid', password = NULL WHERE id = ${OWN_ID}`,
      );
    },
    memberships: () =>
      session.query<Membership>(
        `SELECT tenant_id AS tenant, person_id AS person FROM membership WHERE account_id = ${OWN_ID} ORDER BY tenant_id`,
      ),
  };
}

function tryStore({ query }: Session): Pick<AccountTx, 'countTry' | 'forgetTries'> {
  return {
    countTry: async (at, withinMs) => {
      const [row] = await query<{ tries: number; since: Date }>(
        `INSERT INTO account_tries AS t (email_sha256, tries, since)
         VALUES (${OWN_EMAIL_SHA256}, 1, $1)
         ON CONFLICT (email_sha256) DO UPDATE SET
           tries = CASE WHEN t.since < $2 THEN 1 ELSE t.tries + 1 END,
           since = CASE WHEN t.since < $2 THEN $1 ELSE t.since END
         RETURNING tries, since`,
        [at, new Date(at.getTime() - withinMs)],
      );
      if (row === undefined) throw new Error('Fault: a try was not counted');
      return { count: row.tries, since: row.since };
    },
    forgetTries: async () => {
      await query(`DELETE FROM account_tries WHERE email_sha256 = ${OWN_EMAIL_SHA256}`);
    },
  };
}

type TicketStore = Pick<AccountTx, 'addTicket' | 'ticket' | 'takeTicket' | 'endTickets' | 'forgetTickets'>;

const OWN_SECRET = `nullif(current_setting('app.secret', true), '')`;

function ticketStore(session: Session): TicketStore {
  const { query, write } = session;
  return {
    addTicket: async (account, { secretSha256, purpose }, { from, lifeMs }) => {
      const expiresAt = new Date(from.getTime() + lifeMs);
      await enter(session, account);
      await query(
        'INSERT INTO account_ticket (account_id, secret_sha256, purpose, expires_at) VALUES ($1, $2, $3, $4)',
        [account, secretSha256, purpose, expiresAt],
      );
      return expiresAt;
    },
    ticket: async (purpose, at) => {
      const [row] = await query<TicketRow>(
        `SELECT account_id, secret_sha256, expires_at FROM account_ticket
         WHERE secret_sha256 = ${OWN_SECRET} AND purpose = $1 AND expires_at > $2`,
        [purpose, at],
      );
      if (row === undefined) return undefined;
      await enter(session, row.account_id);
      return { secretSha256: row.secret_sha256, purpose, expiresAt: row.expires_at };
    },
    takeTicket: async (purpose, at) => {
      const taken = await write(
        `DELETE FROM account_ticket WHERE secret_sha256 = ${OWN_SECRET} AND purpose = $1 AND expires_at > $2`,
        [purpose, at],
      );
      return taken > 0;
    },
    endTickets: async () => {
      await query(`DELETE FROM account_ticket WHERE account_id = ${OWN_ID}`);
    },
    forgetTickets: async (at) => {
      await query(`DELETE FROM account_ticket WHERE account_id = ${OWN_ID} AND expires_at <= $1`, [at]);
    },
  };
}

type TicketRow = {
  readonly account_id: string;
  readonly secret_sha256: string;
  readonly expires_at: Date;
};

type SessionStore = Omit<
  AccountTx,
  keyof AccountStore | keyof TicketStore | keyof FactorStore | 'countTry' | 'forgetTries'
>;

function sessionStore(session: Session): SessionStore {
  const { query, write } = session;
  return {
    session: async () => {
      const [row] = await query<SessionRow>(`${SESSION} WHERE secret_sha256 = current_setting('app.secret')`);
      if (row === undefined) return undefined;
      await enter(session, row.account_id);
      return toSession(row);
    },
    addSession: async (added, { secretSha256, lifeMs }) => {
      const { id, account, tenant, onlyIn, device, method, isStrong, begunAt, seenAt } = added;
      const expiresAt = new Date(begunAt.getTime() + lifeMs);
      await query(
        `INSERT INTO account_session
           (account_id, id, secret_sha256, works_in, only_in, device, method, is_strong, begun_at, seen_at, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
        [
          account,
          id,
          secretSha256,
          tenant ?? null,
          onlyIn ?? null,
          device,
          method,
          isStrong,
          begunAt,
          seenAt,
          expiresAt,
        ],
      );
      return expiresAt;
    },
    sessions: async (at) => {
      const rows = await query<SessionRow>(
        `${SESSION} WHERE account_id = ${OWN_ID} AND ended_at IS NULL AND expires_at > $1 ORDER BY begun_at DESC, id`,
        [at],
      );
      return rows.map(toSession);
    },
    showedFactor: async (id) => {
      await query(`UPDATE account_session SET is_strong = true WHERE account_id = ${OWN_ID} AND id = $1`, [
        id,
      ]);
    },
    seenSession: async (id, at) => {
      await query(`UPDATE account_session SET seen_at = $2 WHERE account_id = ${OWN_ID} AND id = $1`, [
        id,
        at,
      ]);
    },
    workIn: async (id, tenant) => {
      await query(`UPDATE account_session SET works_in = $2 WHERE account_id = ${OWN_ID} AND id = $1`, [
        id,
        tenant ?? null,
      ]);
    },
    endSessions: (which, at) => {
      const open = `UPDATE account_session SET ended_at = $2
        WHERE account_id = ${OWN_ID} AND ended_at IS NULL AND expires_at > $2`;
      if ('id' in which) return write(`${open} AND id = $1`, [which.id, at]);
      return write(`${open} AND id <> ALL ($1::uuid[])`, [which.butNot, at]);
    },
    forgetSessions: async (at, olderMs) => {
      const before = new Date(at.getTime() - olderMs);
      await query(
        `DELETE FROM account_session WHERE account_id = ${OWN_ID} AND coalesce(ended_at, expires_at) < $1`,
        [before],
      );
    },
  };
}

type AccountRow = { readonly id: string; readonly email: string; readonly password: string | null };

function toAccount({ password, ...account }: AccountRow): Account {
  return { ...account, ...(password !== null && { password }) };
}

type SessionRow = {
  readonly id: string;
  readonly account_id: string;
  readonly works_in: string | null;
  readonly only_in: string | null;
  readonly device: string;
  readonly method: SignInMethod;
  readonly is_strong: boolean;
  readonly begun_at: Date;
  readonly seen_at: Date;
  readonly expires_at: Date;
  readonly ended_at: Date | null;
};

function toSession(row: SessionRow): AccountSession {
  return {
    id: row.id,
    account: row.account_id,
    device: row.device,
    method: row.method,
    isStrong: row.is_strong,
    begunAt: row.begun_at,
    seenAt: row.seen_at,
    expiresAt: row.expires_at,
    ...(row.only_in !== null && { onlyIn: row.only_in }),
    ...(row.works_in !== null && { tenant: row.works_in }),
    ...(row.ended_at !== null && { endedAt: row.ended_at }),
  };
}

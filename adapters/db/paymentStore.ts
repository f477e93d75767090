import type { PaymentStore } from '../../app/ports/paymentStore.ts';
import { formatDate } from '../../core/calendar/localDate.ts';
import { ownPayments, paidParts } from './ownPayments.ts';
import {
  type AccountRow,
  type EventRow,
  type InstructionRow,
  type ItemRow,
  type RunRow,
  toAccount,
  toEvent,
  toInstruction,
  toItem,
  toRun,
} from './paymentRows.ts';
import type { Session } from './session.ts';

const ACCOUNTS = `
  SELECT DISTINCT ON (code) code, version, company, currency, key, sealed
  FROM paying_account WHERE tenant_id = $1`;

const RUNS = `
  SELECT r.*, (
    SELECT coalesce(json_agg(json_build_array(a.person, a.approved_at) ORDER BY a.approved_at, a.person), '[]')
    FROM payment_run_approval a WHERE a.tenant_id = r.tenant_id AND a.run_id = r.id
  ) AS approvers
  FROM payment_run r WHERE r.tenant_id = $1`;

const INSTRUCTIONS = `
  SELECT id, run_id, partner_id, end_to_end_id, valid_from, account_batch, minor, returned, currency, remittance, state
  FROM payment_instruction WHERE tenant_id = $1`;

const INSERT_INSTRUCTIONS = `
  INSERT INTO payment_instruction (tenant_id, partner_id, id, run_id, end_to_end_id, valid_from, account_batch,
    minor, currency, remittance, state)
  SELECT $1, r.partner, r.id, $2, r."endToEndId", r."validFrom", r."accountBatch", r.minor, r.currency,
    r.remittance, 'proposed'
  FROM json_to_recordset($3::json) AS r (partner text, id uuid, "endToEndId" text, "validFrom" date,
    "accountBatch" bigint, minor numeric, currency text, remittance text)`;

const INSERT_ITEMS = `
  INSERT INTO payment_item (tenant_id, settlement_id, number, instruction_id, minor)
  SELECT $1, r.settlement, r.number, r.instruction, r.minor
  FROM json_to_recordset($2::json) AS r (settlement uuid, number int, instruction uuid, minor numeric)`;

const SILENT = `${INSTRUCTIONS} AND state = 'sent' AND EXISTS (
  SELECT FROM payment_run r WHERE r.tenant_id = $1 AND r.id = run_id AND r.sent_at < $2::timestamptz - make_interval(days => $3)
) ORDER BY id`;

const CONFIRMED = `
  SELECT (coalesce(sum(i.minor), 0) + (
    SELECT coalesce(sum(o.minor), 0) FROM settlement_offset o
    WHERE o.tenant_id = $1 AND $2 IN (o.settlement_id, o.against_id)
  ) + (
    SELECT coalesce(sum(d.minor), 0) FROM deduction_event d WHERE d.tenant_id = $1 AND d.settlement_id = $2
  ) + (
    SELECT coalesce(sum(r.minor), 0) FROM entry_receipt r WHERE r.tenant_id = $1 AND r.settlement_id = $2
  ))::text AS minor
  FROM payment_item i
  JOIN payment_instruction p ON p.tenant_id = i.tenant_id AND p.id = i.instruction_id
  WHERE i.tenant_id = $1 AND i.settlement_id = $2 AND p.state IN ('confirmed', 'partlyReturned', 'returned')`;

const PAYING = `
  SELECT p.id, p.currency, p.state, sum(i.minor)::text AS minor
  FROM payment_item i
  JOIN payment_instruction p ON p.tenant_id = i.tenant_id AND p.id = i.instruction_id
  WHERE i.tenant_id = $1 AND i.settlement_id = $2
  GROUP BY p.id, p.currency, p.state HAVING sum(i.minor) <> 0 ORDER BY p.id`;

export function paymentStore(session: Session): PaymentStore {
  return {
    ...accountsOf(session),
    ...runsOf(session),
    ...instructionsOf(session),
    own: (filter) => ownPayments(session, filter),
    paidParts: (settlements) => paidParts(session, settlements),
  };
}

function accountsOf(
  session: Session,
): Pick<PaymentStore, 'account' | 'accountVersion' | 'accounts' | 'setAccount'> {
  const { tenant } = session;
  return {
    account: async (code) => {
      const latest = `${ACCOUNTS} AND code = $2 ORDER BY code, version DESC`;
      const [row] = await session.query<AccountRow>(latest, [tenant, code]);
      return row && toAccount(row);
    },
    accountVersion: async (code, version) => {
      const one = `${ACCOUNTS} AND code = $2 AND version = $3`;
      const [row] = await session.query<AccountRow>(one, [tenant, code, version]);
      return row && toAccount(row);
    },
    accounts: async () =>
      (await session.query<AccountRow>(`${ACCOUNTS} ORDER BY code, version DESC`, [tenant])).map(toAccount),
    setAccount: async ({ code, version, company, currency, sealed }, by, at) => {
      await session.query(
        `INSERT INTO paying_account (tenant_id, code, version, company, currency, key, sealed, said_by, said_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [tenant, code, version, company, currency, sealed.key, sealed.bytes, by, at],
      );
    },
  };
}

function runsOf(
  session: Session,
): Pick<PaymentStore, 'propose' | 'run' | 'lockRun' | 'runs' | 'approve' | 'moveRun' | 'send'> {
  const { tenant } = session;
  const one = async (id: string, lock: '' | 'FOR UPDATE OF r') => {
    const [row] = await session.query<RunRow>(`${RUNS} AND r.id = $2 ${lock}`, [tenant, id]);
    return row && toRun(row);
  };
  return {
    propose: async (run, instructions, items) => {
      await session.query(
        `INSERT INTO payment_run (tenant_id, id, company, account, account_version, currency, execution_day,
           total, approvals, state, author, proposed_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'proposed', $10, $11)`,
        [
          ...[tenant, run.id, run.company, run.account, run.accountVersion, run.currency],
          ...[formatDate(run.executionDay), run.total, run.approvals, run.author, run.at],
        ],
      );
      const rows = instructions.map(({ minor, validFrom, ...rest }) => ({
        ...rest,
        minor: String(minor),
        validFrom: formatDate(validFrom),
      }));
      await session.query(INSERT_INSTRUCTIONS, [tenant, run.id, JSON.stringify(rows)]);
      await session.query(INSERT_ITEMS, [tenant, itemsText(items)]);
    },
    run: (id) => one(id, ''),
    // The lock is taken before anything is read, or approvals of whoever held it would be missed.
    lockRun: async (id) => {
      await session.query('SELECT FROM payment_run WHERE tenant_id = $1 AND id = $2 FOR UPDATE', [
        tenant,
        id,
      ]);
      return one(id, '');
    },
    runs: async ({ state, before, limit }) => {
      const page = `${RUNS} AND ($2::text IS NULL OR r.state = $2) AND ($3::uuid IS NULL OR r.id < $3)
        ORDER BY r.id DESC LIMIT $4`;
      const values = [tenant, state ?? null, before ?? null, limit];
      return (await session.query<RunRow>(page, values)).map(toRun);
    },
    approve: async (run, person, at) => {
      await session.query(
        'INSERT INTO payment_run_approval (tenant_id, run_id, person, approved_at) VALUES ($1, $2, $3, $4)',
        [tenant, run, person, at],
      );
    },
    moveRun: async (run, state) => {
      await session.query('UPDATE payment_run SET state = $3 WHERE tenant_id = $1 AND id = $2', [
        ...[tenant, run, state],
      ]);
      await moveAll(session, run, state);
    },
    send: async (run, { sender, at, messageId, sha256, sealed }) => {
      await session.query(
        `UPDATE payment_run SET state = 'sent', sender = $3, sent_at = $4, message_id = $5, file_sha256 = $6,
           key = $7, sealed = $8
         WHERE tenant_id = $1 AND id = $2`,
        [tenant, run, sender, at, messageId, sha256, sealed.key, sealed.bytes],
      );
      await moveAll(session, run, 'sent');
    },
  };
}

async function moveAll(session: Session, run: string, state: string): Promise<void> {
  await session.query('UPDATE payment_instruction SET state = $3 WHERE tenant_id = $1 AND run_id = $2', [
    ...[session.tenant, run, state],
  ]);
}

function instructionsOf(
  session: Session,
): Pick<
  PaymentStore,
  | 'instructionsOf'
  | 'instruction'
  | 'findByEndToEnd'
  | 'findByEnd'
  | 'runOfFile'
  | 'silent'
  | 'itemsOf'
  | 'addItems'
  | 'events'
  | 'hear'
  | 'paidOf'
  | 'payingOf'
  | 'confirmedOf'
> {
  const { tenant } = session;
  const list = async (sql: string, values: readonly (string | number | Date)[]) =>
    (await session.query<InstructionRow>(sql, [tenant, ...values])).map(toInstruction);
  return {
    instructionsOf: (run) => list(`${INSTRUCTIONS} AND run_id = $2 ORDER BY partner_id, id`, [run]),
    instruction: async (id) => (await list(`${INSTRUCTIONS} AND id = $2`, [id]))[0],
    findByEnd: (end) =>
      list(`${INSTRUCTIONS} AND length($2) = 15 AND right(end_to_end_id, 15) = $2 ORDER BY id`, [end]),
    runOfFile: async (messageId) => {
      const sql = 'SELECT id FROM payment_run WHERE tenant_id = $1 AND message_id = $2';
      return (await session.query<{ id: string }>(sql, [tenant, messageId]))[0]?.id;
    },
    findByEndToEnd: async (id) => (await list(`${INSTRUCTIONS} AND end_to_end_id = $2`, [id]))[0],
    silent: ({ now, days }) => list(SILENT, [now, days]),
    itemsOf: async (instruction) => {
      const rows = await session.query<ItemRow>(
        `SELECT settlement_id, instruction_id, number, minor FROM payment_item
         WHERE tenant_id = $1 AND instruction_id = $2 ORDER BY settlement_id, number`,
        [tenant, instruction],
      );
      return rows.map(toItem);
    },
    addItems: async (items) => {
      await session.query(INSERT_ITEMS, [tenant, itemsText(items)]);
    },
    events: async (instruction) => {
      const rows = await session.query<EventRow>(
        `SELECT number, state, minor, source, reason, actor, at FROM payment_event
         WHERE tenant_id = $1 AND instruction_id = $2 ORDER BY number`,
        [tenant, instruction],
      );
      return rows.map(toEvent);
    },
    hear: async (instruction, { state, minor, source, reason, actor, at }, returned) => {
      await session.query(
        `INSERT INTO payment_event (tenant_id, instruction_id, number, state, minor, source, reason, actor, at)
         SELECT $1, $2, coalesce(max(number), 0) + 1, $3, $4, $5, $6, $7, $8
         FROM payment_event WHERE tenant_id = $1 AND instruction_id = $2`,
        [tenant, instruction, state, minor, source, reason, actor, at],
      );
      await session.query(
        'UPDATE payment_instruction SET state = $3, returned = $4 WHERE tenant_id = $1 AND id = $2',
        [tenant, instruction, state, returned],
      );
    },
    confirmedOf: async (settlement) => {
      const [row] = await session.query<{ minor: string }>(CONFIRMED, [tenant, settlement]);
      return BigInt(row?.minor ?? 0);
    },
    payingOf: async (settlement) => {
      const rows = await session.query<Pick<InstructionRow, 'id' | 'currency' | 'state' | 'minor'>>(PAYING, [
        tenant,
        settlement,
      ]);
      return rows.map(({ id, currency, state, minor }) => ({ id, currency, state, minor: BigInt(minor) }));
    },
    paidOf: async (settlements) => {
      const rows = await session.query<{ settlement_id: string; minor: string; last: number }>(
        `SELECT settlement_id, sum(minor)::text AS minor, max(number) AS last FROM payment_item
         WHERE tenant_id = $1 AND settlement_id = ANY ($2) GROUP BY settlement_id`,
        [tenant, settlements],
      );
      return new Map(
        rows.map(({ settlement_id, minor, last }) => [
          settlement_id,
          { minor: BigInt(minor), lastNumber: last },
        ]),
      );
    },
  };
}

function itemsText(items: Parameters<PaymentStore['addItems']>[0]): string {
  return JSON.stringify(items.map(({ minor, ...rest }) => ({ ...rest, minor: String(minor) })));
}

import type { ReportFormat } from '../../app/ports/mails.ts';
import type {
  Rhythm,
  SendingOutcome,
  Subscription,
  SubscriptionStore,
} from '../../app/ports/subscriptionStore.ts';
import type { ReportFilter, ReportName } from '../../core/report/report.ts';
import type { Language } from '../../core/wording/language.ts';
import type { Session } from './session.ts';

const COLUMNS =
  's.id, s.person_id, s.report, s.filter, s.format, s.rhythm, s.time_zone, s.language, s.next_at';

export function subscriptionStore({ tenant, query, write }: Session): SubscriptionStore {
  return {
    add: async ({ id, person, report, filter, format, rhythm, timeZone, language, nextAt }, at) => {
      await query(
        `INSERT INTO report_subscription
           (tenant_id, id, person_id, report, filter, format, rhythm, time_zone, language, made_at, next_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
        [
          ...[tenant, id, person, report, JSON.stringify(filter), format, rhythm, timeZone, language],
          ...[at, nextAt],
        ],
      );
    },
    list: async (person) => {
      const rows = await query<SubscriptionRow & LastRow>(
        `SELECT ${COLUMNS}, l.outcome, l.done_at FROM report_subscription s
         LEFT JOIN LATERAL (
           SELECT outcome, done_at FROM report_sending
           WHERE tenant_id = s.tenant_id AND subscription_id = s.id ORDER BY due_at DESC LIMIT 1
         ) l ON true
         WHERE s.tenant_id = $1 AND s.person_id = $2 AND s.ended_at IS NULL ORDER BY s.made_at, s.id`,
        [tenant, person],
      );
      return rows.map((row) => ({
        ...toSubscription(row),
        ...(row.outcome !== null &&
          row.done_at !== null && { last: { outcome: row.outcome, at: row.done_at } }),
      }));
    },
    end: async (person, id, at) =>
      (await write(
        `UPDATE report_subscription SET ended_at = $4
         WHERE tenant_id = $1 AND person_id = $2 AND id = $3 AND ended_at IS NULL`,
        [tenant, person, id, at],
      )) > 0,
    isDue: async (now) => {
      const [row] = await query<{ due: boolean }>(
        `SELECT EXISTS (SELECT FROM report_subscription
           WHERE tenant_id = $1 AND next_at <= $2 AND ended_at IS NULL) AS due`,
        [tenant, now],
      );
      return row?.due ?? false;
    },
    lockDue: async (now, except) => {
      const [row] = await query<SubscriptionRow>(
        `SELECT ${COLUMNS} FROM report_subscription s
         WHERE s.tenant_id = $1 AND s.next_at <= $2 AND s.ended_at IS NULL AND s.id <> ALL ($3::uuid[])
         ORDER BY s.next_at, s.id LIMIT 1 FOR UPDATE SKIP LOCKED`,
        [tenant, now, except],
      );
      return row && toSubscription(row);
    },
    sent: async ({ id, nextAt: dueAt }, { outcome, at, nextAt }) => {
      await query(
        `INSERT INTO report_sending (tenant_id, subscription_id, due_at, outcome, done_at)
         VALUES ($1, $2, $3, $4, $5)`,
        [tenant, id, dueAt, outcome, at],
      );
      await query('UPDATE report_subscription SET next_at = $3 WHERE tenant_id = $1 AND id = $2', [
        tenant,
        id,
        nextAt,
      ]);
    },
  };
}

type SubscriptionRow = {
  readonly id: string;
  readonly person_id: string;
  readonly report: ReportName;
  readonly filter: ReportFilter;
  readonly format: ReportFormat;
  readonly rhythm: Rhythm;
  readonly time_zone: string;
  readonly language: Language;
  readonly next_at: Date;
};

type LastRow = { readonly outcome: SendingOutcome | null; readonly done_at: Date | null };

function toSubscription(row: SubscriptionRow): Subscription {
  const { id, person_id: person, report, filter, format, rhythm, time_zone: timeZone, language } = row;
  return { id, person, report, filter, format, rhythm, timeZone, language, nextAt: row.next_at };
}

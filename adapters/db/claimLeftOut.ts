import type { ClaimStore, LeftOut, LeftOutNow } from '../../app/ports/claimStore.ts';
import { formatDate, type LocalDate } from '../../core/calendar/localDate.ts';
import type { Refusal } from '../../core/refusal/refusals.ts';
import type { Session } from './session.ts';

/** The last row of each place. */
const LAST = `
  SELECT DISTINCT ON (l.agreement_id, l.place) l.id, a.code, l.place, l.number, l.since, l.refusal
  FROM claim_left_out l JOIN agreement a ON a.tenant_id = l.tenant_id AND a.id = l.agreement_id
  WHERE l.tenant_id = $1 AND ($2::text IS NULL OR a.code = $2)
  ORDER BY l.agreement_id, l.place, l.number DESC`;

type LeftOutRow = {
  readonly id: string;
  readonly code: string;
  readonly place: string;
  readonly number: number;
  readonly since: LocalDate;
  readonly refusal: Refusal | null;
};

/** What was not claimed, and why. */
export function claimLeftOut(
  session: Session,
): Pick<ClaimStore, 'leftOutOf' | 'leftOut' | 'agreementsLeftOut' | 'leaveOut'> {
  const { tenant } = session;
  return {
    leftOutOf: async (agreement) =>
      (await session.query<LeftOutRow>(LAST, [tenant, agreement])).map(toLeftOut),
    leftOut: async ({ agreement, limit, after }) => {
      const rows = await session.query<LeftOutRow>(
        `SELECT * FROM (${LAST}) l WHERE refusal IS NOT NULL AND ($3::uuid IS NULL OR id > $3) ORDER BY id LIMIT $4`,
        [tenant, agreement ?? null, after ?? null, limit],
      );
      return rows.map(toLeftOut).filter((entry): entry is LeftOutNow => entry.why !== undefined);
    },
    agreementsLeftOut: async () => {
      const rows = await session.query<{ code: string }>(
        `SELECT DISTINCT code FROM (${LAST}) l WHERE refusal IS NOT NULL ORDER BY code`,
        [tenant, null],
      );
      return rows.map(({ code }) => code);
    },
    leaveOut: async ({ id, agreement, place, number, since, why }, { actor, at }) => {
      await session.write(
        `INSERT INTO claim_left_out (tenant_id, id, agreement_id, place, number, since, refusal, actor, recorded_at)
         SELECT $1, $2, a.id, $4, $5, $6, $7, $8, $9 FROM agreement a WHERE a.tenant_id = $1 AND a.code = $3`,
        [
          ...[tenant, id, agreement, place, number, formatDate(since)],
          ...[why === undefined ? null : JSON.stringify(why), actor, at],
        ],
      );
    },
  };
}

function toLeftOut({ id, code: agreement, place, number, since, refusal }: LeftOutRow): LeftOut {
  return { id, agreement, place, number, since, ...(refusal !== null && { why: refusal }) };
}

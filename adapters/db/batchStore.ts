import type { BatchStore } from '../../app/ports.ts';
import { formatDate, type LocalDate } from '../../core/calendar/localDate.ts';
import { accept, refuse, refused } from '../../core/refusal/refusals.ts';
import type { Session } from './session.ts';

export function batchStore(session: Session): BatchStore {
  return {
    last: () => lastNumber(session, ''),
    lock: async () => {
      await lastNumber(session, 'FOR UPDATE');
    },
    take: async (kind, knownOn, recordedAt) => {
      const number = (await lastNumber(session, 'FOR UPDATE')) + 1;
      // A statement of its own: it sees what committed while the lock was waited for.
      const [last] = await session.query<{ known_on: LocalDate }>(
        'SELECT known_on FROM batch WHERE tenant_id = $1 AND number = $2',
        [session.tenant, number - 1],
      );
      if (last !== undefined && knownOn < last.known_on) {
        const facts = { day: formatDate(knownOn), last: formatDate(last.known_on) };
        return refused(refuse('known-day-backwards', 'knownOn', facts));
      }
      await session.query(`UPDATE counter SET last_number = $2 WHERE tenant_id = $1 AND series = 'batch'`, [
        session.tenant,
        number,
      ]);
      await session.query(
        'INSERT INTO batch (tenant_id, number, kind, known_on, recorded_at) VALUES ($1, $2, $3, $4, $5)',
        [session.tenant, number, kind, formatDate(knownOn), recordedAt],
      );
      return accept(number);
    },
    knownOn: async (day) => {
      const [last] = await session.query<{ number: bigint }>(
        `SELECT coalesce(max(number), 0) AS number FROM batch WHERE tenant_id = $1 AND known_on <= $2`,
        [session.tenant, formatDate(day)],
      );
      return Number(last?.number ?? 0n);
    },
  };
}

async function lastNumber(session: Session, lock: '' | 'FOR UPDATE'): Promise<number> {
  const [counter] = await session.query<{ last_number: bigint }>(
    `SELECT last_number FROM counter WHERE tenant_id = $1 AND series = 'batch' ${lock}`,
    [session.tenant],
  );
  if (counter === undefined) throw new Error('Fault: the tenant has no batch counter');
  return Number(counter.last_number);
}

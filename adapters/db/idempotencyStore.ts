import type { IdempotencyStore } from '../../app/ports.ts';
import type { Json } from '../../core/text/canonicalJson.ts';
import type { Session } from './session.ts';

type KeyRow = { readonly request_hash: string; readonly answer: Json; readonly answered: boolean };

export function idempotencyStore(session: Session): IdempotencyStore {
  const claim: IdempotencyStore['claim'] = async (key, requestHash, at) => {
    // The unique key decides who inserts; that it was there already is never taken from the
    // failed insert but read from the locked row.
    const taken = await session.query(
      `INSERT INTO idempotency_key (tenant_id, key, request_hash, taken_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (tenant_id, key) DO NOTHING RETURNING key`,
      [session.tenant, key, requestHash, at],
    );
    if (taken.length > 0) return undefined;
    const [earlier] = await session.query<KeyRow>(
      `SELECT request_hash, answer, answer IS NOT NULL AS answered FROM idempotency_key
         WHERE tenant_id = $1 AND key = $2 FOR UPDATE`,
      [session.tenant, key],
    );
    // It grew too old in between, and is free again.
    if (earlier === undefined) return claim(key, requestHash, at);
    // A key whose transaction ended without an answer is free for the same request.
    if (!earlier.answered && earlier.request_hash === requestHash) return undefined;
    return { requestHash: earlier.request_hash, answer: earlier.answer };
  };
  return {
    claim,
    answer: async (key, answer) => {
      const answered = await session.query(
        `UPDATE idempotency_key SET answer = $3 WHERE tenant_id = $1 AND key = $2 AND answer IS NULL
         RETURNING key`,
        [session.tenant, key, JSON.stringify(answer)],
      );
      if (answered.length === 0) throw new Error(`Fault: the key ${key} is not taken or answered already`);
    },
    forget: async ({ now, days }, limit) => {
      await session.query(
        `DELETE FROM idempotency_key k USING (
           SELECT key FROM idempotency_key WHERE tenant_id = $1 AND taken_at < $2::timestamptz - $3 * interval '1 day'
           ORDER BY taken_at LIMIT $4 FOR UPDATE SKIP LOCKED) old
         WHERE k.tenant_id = $1 AND k.key = old.key`,
        [session.tenant, now, days, limit],
      );
    },
  };
}

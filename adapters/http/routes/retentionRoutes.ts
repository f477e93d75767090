import { z } from 'zod';
import { RETENTION, RETENTION_KINDS, type RetentionRules } from '../../../app/retention/retention.ts';
import type { RetentionChange } from '../../../app/retention/setRetention.ts';
import type { Result } from '../../../core/refusal/refusals.ts';
import { answer, route } from '../route.ts';

export type RetentionUseCases = {
  readonly getRetention: () => Promise<RetentionRules>;
  /** Refuses: retention-out-of-bounds, version-differs. */
  readonly setRetention: (change: RetentionChange) => Promise<Result<RetentionRules>>;
};

const define = route<RetentionUseCases>();

const kind = z.enum(RETENTION_KINDS);
const days = z.int();
const retentionSchema = z.strictObject({
  version: z.int().describe('counts the changes; 0 where nobody has said anything'),
  setAt: z.iso.datetime().nullable(),
  kinds: z.array(
    z.strictObject({
      kind,
      days: days.describe('how long it is kept'),
      isOwn: z.boolean().describe('false: nobody said it, and it is as the program says'),
      least: days,
      most: days,
    }),
  ),
});
const EXAMPLE = {
  version: 1,
  setAt: '2026-12-01T06:00:00.000Z',
  kinds: [{ kind: 'notices' as const, days: 180, isOwn: true, least: 30, most: 3660 }],
};

export const retentionRoutes = [
  define({
    id: 'getRetention',
    method: 'GET',
    path: '/api/v1/retention',
    summary:
      'How long what may go is kept, by kind; books, facts, agreements and the audit trail are no such kinds',
    scope: 'company:read',
    version: 'shown',
    answer: retentionSchema,
    example: { answer: EXAMPLE },
    respond: async (_asked, { getRetention }) => retentionAnswer(await getRetention()),
  }),
  define({
    id: 'setRetention',
    method: 'PUT',
    path: '/api/v1/retention',
    summary: 'Say how long one kind is kept; the worker lets go of what is past',
    scope: 'company:write',
    version: 'needed',
    body: z.strictObject({ kind, days: days.nullable().describe('null: as long as the program says') }),
    answer: retentionSchema,
    example: { body: { kind: 'notices', days: 180 }, answer: EXAMPLE },
    respond: async ({ body, seenVersion: seen }, { setRetention }) => {
      const set = await setRetention({ kind: body.kind, days: body.days ?? undefined, seen });
      return set.ok ? retentionAnswer(set.value) : set;
    },
  }),
];

function retentionAnswer({ version, days: said, setAt }: RetentionRules) {
  const kinds = RETENTION_KINDS.map((one) => {
    const { default: otherwise, least, most } = RETENTION[one];
    return { kind: one, days: said[one] ?? otherwise, isOwn: said[one] !== undefined, least, most };
  });
  return answer({ version, setAt: setAt?.toISOString() ?? null, kinds }, { version: String(version) });
}

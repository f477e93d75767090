import { z } from 'zod';
import type { MailingChange } from '../../../app/mails/setMailing.ts';
import type { Mailing } from '../../../app/ports/mailingStore.ts';
import type { Result } from '../../../core/refusal/refusals.ts';
import { answer, route } from '../route.ts';

export type MailingUseCases = {
  readonly getMailing: () => Promise<Mailing>;
  /** Refuses: version-differs. */
  readonly setMailing: (change: MailingChange) => Promise<Result<Mailing>>;
};

const define = route<MailingUseCases>();

const STATES = ['active', 'paused'] as const;
const state = z.enum(STATES).describe('paused: notices and reports wait; what somebody asks for goes out');
const mailingSchema = z.strictObject({
  version: z.int().describe('counts the changes; 0 where nobody has said anything'),
  state,
  setAt: z.iso.datetime().nullable().describe('since when it is so; null: from the beginning'),
});
const PAUSED = { version: 1, state: 'paused', setAt: '2026-12-01T06:00:00.000Z' } as const;

export const mailingRoutes = [
  define({
    id: 'getMailing',
    method: 'GET',
    path: '/api/v1/mailing',
    summary: 'Whether notices and reports go out by mail; a database that was restored has them paused',
    scope: 'company:read',
    version: 'shown',
    answer: mailingSchema,
    example: { answer: PAUSED },
    respond: async (_asked, { getMailing }) => mailingAnswer(await getMailing()),
  }),
  define({
    id: 'setMailing',
    method: 'PUT',
    path: '/api/v1/mailing',
    summary: 'Pause what goes out by mail by itself, or let it go on: then what has waited goes out',
    scope: 'company:write',
    version: 'needed',
    body: z.strictObject({ state }),
    answer: mailingSchema,
    example: { body: { state: 'paused' }, answer: PAUSED },
    respond: async ({ body, seenVersion: seen }, { setMailing }) => {
      const set = await setMailing({ isPaused: body.state === 'paused', seen });
      return set.ok ? mailingAnswer(set.value) : set;
    },
  }),
];

function mailingAnswer({ version, isPaused, setAt }: Mailing) {
  const said = { version, state: isPaused ? ('paused' as const) : ('active' as const) };
  return answer({ ...said, setAt: setAt?.toISOString() ?? null }, { version: String(version) });
}

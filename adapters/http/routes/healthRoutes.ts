import { z } from 'zod';
import { refuse, refused } from '../../../core/refusal/refusals.ts';
import { answer, route } from '../route.ts';

export type HealthUseCases = {
  readonly isDatabaseUp: () => Promise<boolean>;
  /** What stands in the way of working, in one word each: database, schema, role, disk, keys. */
  readonly causes: () => Promise<readonly string[]>;
};

const define = route<HealthUseCases>();

export const healthRoutes = [
  define({
    id: 'healthz',
    method: 'GET',
    path: '/healthz',
    summary: 'Whether the process lives',
    scope: 'none',
    isPortal: true,
    answer: z.strictObject({ alive: z.literal(true) }),
    example: { answer: { alive: true } },
    respond: async () => answer({ alive: true }),
  }),
  define({
    id: 'readyz',
    method: 'GET',
    path: '/readyz',
    summary: 'Whether it can work: database, schema, disk, keys',
    scope: 'none',
    isPortal: true,
    answer: z.strictObject({ ready: z.literal(true) }),
    example: { answer: { ready: true } },
    respond: async (_asked, { causes }) => {
      const found = await causes();
      return found.length === 0
        ? answer({ ready: true })
        : refused(refuse('server-not-ready', '', { causes: found.join(', ') }));
    },
  }),
  define({
    id: 'health',
    method: 'GET',
    path: '/api/v1/health',
    summary: 'Whether the server can do its work',
    scope: 'none',
    isPortal: true,
    answer: z.strictObject({ database: z.literal('up') }),
    example: { answer: { database: 'up' } },
    respond: async (_asked, { isDatabaseUp }) =>
      (await isDatabaseUp())
        ? answer({ database: 'up' })
        : refused(refuse('database-not-answering', 'database')),
  }),
];

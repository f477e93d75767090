import { z } from 'zod';
import { refuse, refused } from '../../../core/refusal/refusals.ts';
import { answer, route } from '../route.ts';

export type HealthUseCases = {
  readonly isDatabaseUp: () => Promise<boolean>;
  readonly look: () => Promise<Health>;
};

/** In one word each: database, schema, role, keys, and disk-… with what a full disk holds. */
export type Health = {
  /** What stands in the way of working. */
  readonly causes: readonly string[];
  /** What stands in the way of something only, such as of files that are sent. */
  readonly warnings: readonly string[];
  /** What still gets going, and what waits for that: `lines`, calculations wait until those of a tenant are in memory. */
  readonly underWay: readonly string[];
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
    answer: z.strictObject({
      ready: z.literal(true),
      warnings: z.array(z.string()).describe('what works no more beside the rest, in one word each'),
      underWay: z
        .array(z.string())
        .describe(
          'what still gets going, in one word each: lines – calculations wait until those of a tenant are in memory',
        ),
    }),
    example: { answer: { ready: true, warnings: [], underWay: [] } },
    respond: async (_asked, { look }) => {
      const { causes, warnings, underWay } = await look();
      if (causes.length === 0)
        return answer({ ready: true, warnings: [...warnings], underWay: [...underWay] });
      return refused(refuse('server-not-ready', '', { causes: [...causes, ...warnings].join(', ') }));
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

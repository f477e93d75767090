import { z } from 'zod';
import { refuse, refused } from '../../../core/refusal/refusals.ts';
import { answer, route } from '../route.ts';

export type HealthUseCases = { readonly isDatabaseUp: () => Promise<boolean> };

const define = route<HealthUseCases>();

export const healthRoutes = [
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

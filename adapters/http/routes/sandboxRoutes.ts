import { z } from 'zod';
import type { NewSandbox, Sandbox } from '../../../app/access/createSandbox.ts';
import { isTimeZone } from '../../../app/companies/isTimeZone.ts';
import type { Result } from '../../../core/refusal/refusals.ts';
import { dayField } from '../dayField.ts';
import { plainText } from '../jsonBody.ts';
import { answer, route } from '../route.ts';

export type SandboxUseCases = {
  /** Refuses: sandbox-too-many, key-expiry-invalid. */
  readonly createSandbox: (wanted: NewSandbox) => Promise<Result<Sandbox>>;
};

const EXAMPLE = {
  name: 'Try out',
  company: 'ACME',
  timeZone: 'Europe/Berlin',
  businessDay: '2026-06-30',
  keyExpiresAt: '2027-06-30T00:00:00.000Z',
};

const define = route<SandboxUseCases>();

export const sandboxRoutes = [
  define({
    id: 'createSandbox',
    method: 'POST',
    path: '/api/v1/sandboxes',
    summary:
      'A tenant for trying out, on a day that can be moved, a key for everything in it and one to approve',
    scope: 'access:write',
    status: 201,
    isSecret: true,
    body: z.strictObject({
      name: plainText(200),
      company: z
        .string()
        .regex(/^[\w.-]{1,50}$/)
        .describe('the code that its company gets'),
      timeZone: z.string().max(100).refine(isTimeZone, 'Europe/Berlin, Asia/Shanghai, UTC, …'),
      businessDay: dayField,
      keyExpiresAt: z.iso.datetime(),
    }),
    answer: z.strictObject({
      tenant: z.string().describe('its code'),
      secret: z.string().describe('the whole key, shown this once'),
      approverSecret: z
        .string()
        .describe('the key of a second person, who approves what the first one hands in; shown this once'),
    }),
    example: {
      body: EXAMPLE,
      answer: {
        tenant: 'sandbox-5b1e9c07d2a4',
        secret: `ork_sandbox-5b1e9c07d2a4_0d2a45b1e9c7_${'0'.repeat(64)}`,
        approverSecret: `ork_sandbox-5b1e9c07d2a4_b1e9c70d2a45_${'0'.repeat(64)}`,
      },
    },
    respond: async ({ body }, { createSandbox }) => {
      const { businessDay: day, keyExpiresAt, ...wanted } = body;
      const made = await createSandbox({ ...wanted, day, keyExpiresAt: new Date(keyExpiresAt) });
      if (!made.ok) return made;
      const { code: tenant, issued, approver } = made.value;
      return answer({ tenant, secret: issued.text, approverSecret: approver.text });
    },
  }),
];

import { z } from 'zod';
import { answer, route } from '../route.ts';

/** How the server is, for whoever is asked for help: nothing of the business, and no secret. */
export type Diagnosis = {
  readonly version: string;
  readonly node: string;
  readonly system: string;
  /** As probes see it. */
  readonly causes: readonly string[];
  readonly warnings: readonly string[];
  /** What the tenant has set, of what is no secret; only for our own people. */
  readonly settings?: {
    readonly needsSecondFactor: boolean;
    readonly hasSingleSignOn: boolean;
    readonly brandVersion: number;
    readonly contactVersion: number;
    readonly addresses: number;
    readonly approvalRulesInForce: number;
  };
};

export type DiagnosisUseCases = { readonly diagnose: () => Promise<Diagnosis> };

const define = route<DiagnosisUseCases>();

const settings = z.strictObject({
  needsSecondFactor: z.boolean(),
  hasSingleSignOn: z.boolean(),
  brandVersion: z.int(),
  contactVersion: z.int(),
  addresses: z.int().describe('of the tenant’s own'),
  approvalRulesInForce: z.int().describe('their version; 0: one other person'),
});
const SETTINGS = {
  ...{ needsSecondFactor: false, hasSingleSignOn: true, brandVersion: 2, contactVersion: 1 },
  ...{ addresses: 1, approvalRulesInForce: 0 },
};

export const diagnosisRoutes = [
  define({
    id: 'diagnose',
    method: 'GET',
    path: '/api/v1/diagnosis',
    summary:
      'Versions, health and settings, for whoever is asked for help: nothing of the business, and no secret',
    scope: 'any',
    isPortal: true,
    isServedByUs: true,
    answer: z.strictObject({
      version: z.string(),
      node: z.string(),
      system: z.string(),
      causes: z.array(z.string()).describe('what stands in the way of working, in one word each'),
      warnings: z.array(z.string()),
      settings: settings.nullable().describe('null for persons of partners'),
    }),
    example: {
      answer: {
        ...{ version: '0.1.0', node: 'v24.21.0', system: 'linux x64', causes: [], warnings: [] },
        settings: SETTINGS,
      },
    },
    respond: async (_asked, { diagnose }) => {
      const { settings: set, causes, warnings, ...rest } = await diagnose();
      return answer({ ...rest, causes: [...causes], warnings: [...warnings], settings: set ?? null });
    },
  }),
];

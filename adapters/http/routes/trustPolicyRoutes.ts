import { z } from 'zod';
import type { ParametersByDetector, TrustRun } from '../../../app/ports/trustStore.ts';
import { detectorJson, policyJson, runJson } from '../../../app/trust/trustJson.ts';
import type { PolicyChange, PolicyInForce } from '../../../app/trust/trustPolicy.ts';
import type { DetectorChange, ShownDetector } from '../../../app/trust/tuneDetector.ts';
import type { Result } from '../../../core/refusal/refusals.ts';
import { plainText } from '../jsonBody.ts';
import { idPart } from '../parts.ts';
import { answer, route } from '../route.ts';
import {
  backTestBody,
  backTestSchema,
  detectorSchema,
  policyFields,
  policySchema,
  tuningBody,
} from '../trustSchemas.ts';
import { TRUST_EXAMPLES } from './trustExamples.ts';

/** Each refuses what the use case of its name does. */
export type TrustPolicyUseCases = {
  readonly getTrustPolicy: () => Promise<PolicyInForce>;
  readonly setTrustPolicy: (change: PolicyChange) => Promise<Result<PolicyInForce>>;
  readonly listDetectors: () => Promise<readonly ShownDetector[]>;
  readonly tuneDetector: (change: Omit<DetectorChange, 'actor'>) => Promise<Result<ShownDetector>>;
  readonly startTrustScan: () => Promise<string>;
  readonly startBackTest: (parameters: ParametersByDetector) => Promise<Result<{ readonly id: string }>>;
  readonly getBackTest: (
    id: string,
  ) => Promise<
    Result<{ readonly id: string; readonly parameters: ParametersByDetector; readonly run?: TrustRun }>
  >;
};

const define = route<TrustPolicyUseCases>();

const policies = [
  define({
    id: 'getTrustPolicy',
    method: 'GET',
    path: '/api/v1/trust/policy',
    summary: 'From which risk on something is looked at or held',
    scope: 'trust:read',
    version: 'shown',
    answer: policySchema,
    example: TRUST_EXAMPLES.policy,
    respond: async (_asked, { getTrustPolicy }) => policyAnswer(await getTrustPolicy()),
  }),
  define({
    id: 'setTrustPolicy',
    method: 'PUT',
    path: '/api/v1/trust/policy',
    summary: 'Say from which risk on something is looked at or held, from now on. Only persons',
    scope: 'trust:decide',
    version: 'needed',
    body: z.strictObject({ policy: policyFields, reason: plainText(1000) }),
    answer: policySchema,
    example: TRUST_EXAMPLES.setPolicy,
    respond: async ({ body, seenVersion: seen }, { setTrustPolicy }) => {
      const set = await setTrustPolicy({ ...body, seen });
      return set.ok ? policyAnswer(set.value) : set;
    },
  }),
];

const detecting = [
  define({
    id: 'listDetectors',
    method: 'GET',
    path: '/api/v1/trust/detectors',
    summary: 'Every detector, by what it goes, and what decisions say of it',
    scope: 'trust:read',
    answer: z.strictObject({ rows: z.array(detectorSchema) }),
    example: TRUST_EXAMPLES.detectors,
    respond: async ({ language }, { listDetectors }) =>
      answer({ rows: (await listDetectors()).map((one) => detectorJson(one, language)) }),
  }),
  define({
    id: 'tuneDetector',
    method: 'POST',
    path: '/api/v1/trust/parameters',
    summary: 'Say by what a detector goes from the next scan on. Only persons',
    scope: 'trust:decide',
    body: tuningBody,
    answer: detectorSchema,
    example: TRUST_EXAMPLES.tune,
    respond: async ({ body, language }, { tuneDetector }) => {
      const tuned = await tuneDetector(body);
      return tuned.ok ? answer(detectorJson(tuned.value, language)) : tuned;
    },
  }),
  define({
    id: 'startTrustScan',
    method: 'POST',
    path: '/api/v1/trust/scans',
    summary: 'Ask a worker to look at everything now; gives the id of the job',
    scope: 'trust:write',
    status: 202,
    answer: z.strictObject({ job: z.uuid() }),
    example: TRUST_EXAMPLES.scan,
    respond: async (_asked, { startTrustScan }) => answer({ job: await startTrustScan() }),
  }),
  define({
    id: 'startBackTest',
    method: 'POST',
    path: '/api/v1/trust/back-tests',
    summary:
      'Ask a worker to look at everything by other parameters, and to compare with what was decided; opens no case',
    scope: 'trust:write',
    status: 202,
    body: backTestBody,
    answer: z.strictObject({ id: z.uuid() }),
    example: TRUST_EXAMPLES.backTest,
    respond: async ({ body }, { startBackTest }) => {
      const started = await startBackTest(body.parameters);
      return started.ok ? answer(started.value) : started;
    },
  }),
  define({
    id: 'getBackTest',
    method: 'GET',
    path: '/api/v1/trust/back-tests/{id}',
    summary: 'What other parameters would have found, against what was decided',
    scope: 'trust:read',
    parts: { id: idPart('backTest', 'trust-back-test-not-found', 'the id of a back-test') },
    answer: backTestSchema,
    example: TRUST_EXAMPLES.getBackTest,
    respond: async ({ path }, { getBackTest }) => {
      const found = await getBackTest(path.id as string);
      if (!found.ok) return found;
      const { run, ...asked } = found.value;
      return answer({ ...asked, run: run === undefined ? null : runJson(run) });
    },
  }),
];

function policyAnswer(policy: PolicyInForce) {
  return answer(policyJson(policy), { version: String(policy.version) });
}

export const trustPolicyRoutes = [...policies, ...detecting];

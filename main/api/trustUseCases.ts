import type { TrustPolicyUseCases } from '../../adapters/http/routes/trustPolicyRoutes.ts';
import type { TrustUseCases } from '../../adapters/http/routes/trustRoutes.ts';
import type { Caller } from '../../app/access/caller.ts';
import type { Ports } from '../../app/ports.ts';
import { assignCase, listCaseWorkers } from '../../app/trust/assignCase.ts';
import { showBackTest, startBackTest } from '../../app/trust/backTest.ts';
import { commentCase } from '../../app/trust/commentCase.ts';
import { decideCase } from '../../app/trust/decideCase.ts';
import { holdCase, releaseHold } from '../../app/trust/releaseHold.ts';
import { askForScan } from '../../app/trust/runScan.ts';
import { casesAbout, listCases, showCase, showTrust, withNames } from '../../app/trust/showCases.ts';
import { setPolicy, showPolicy } from '../../app/trust/trustPolicy.ts';
import { listDetectors, tuneDetector } from '../../app/trust/tuneDetector.ts';

/** Suspicions, holds and cases, as one caller has them. */
export function trustUseCases(ports: Ports, { tenant, actor }: Caller): TrustUseCases & TrustPolicyUseCases {
  return {
    showTrust: () => showTrust(ports, tenant),
    listTrustCases: (filter) => listCases(ports, tenant, filter),
    trustCasesAbout: (asked) => casesAbout(ports, tenant, asked),
    getTrustCase: (id) => showCase(ports, tenant, id),
    listCaseWorkers: () => listCaseWorkers(ports, tenant),
    assignTrustCase: async (asked) =>
      withNames(ports, tenant, await assignCase(ports, tenant, { ...asked, actor })),
    commentTrustCase: async (comment) =>
      withNames(ports, tenant, await commentCase(ports, tenant, { ...comment, actor })),
    holdTrustCase: async (entry) =>
      withNames(ports, tenant, await holdCase(ports, tenant, { ...entry, actor })),
    decideTrustCase: async (verdict) =>
      withNames(ports, tenant, await decideCase(ports, tenant, { ...verdict, actor })),
    releaseTrustCase: async (entry) =>
      withNames(ports, tenant, await releaseHold(ports, tenant, { ...entry, actor })),
    getTrustPolicy: () => showPolicy(ports, tenant),
    setTrustPolicy: (change) => setPolicy(ports, tenant, change, actor),
    listDetectors: () => listDetectors(ports, tenant),
    tuneDetector: (change) => tuneDetector(ports, tenant, { ...change, actor }),
    startTrustScan: () => askForScan(ports, tenant, actor),
    startBackTest: (parameters) => startBackTest(ports, tenant, { parameters, actor }),
    getBackTest: (id) => showBackTest(ports, tenant, id),
  };
}

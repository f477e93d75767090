import type { EarningUseCases } from '../../adapters/http/routes/earningRoutes.ts';
import type { LineUseCases } from '../../adapters/http/routes/lineRoutes.ts';
import type { Caller } from '../../app/access/caller.ts';
import { explainEarning } from '../../app/earnings/explainEarning.ts';
import { explainLine } from '../../app/earnings/explainLine.ts';
import { getEarning } from '../../app/earnings/getEarning.ts';
import { listEarnings } from '../../app/earnings/listEarnings.ts';
import { listLines } from '../../app/facts/listLines.ts';
import { newestLineYear } from '../../app/facts/newestLineYear.ts';
import { explainOwnEarning } from '../../app/portal/explainOwnEarning.ts';
import { getOwnEarning, listOwnEarnings } from '../../app/portal/ownEarnings.ts';
import type { Ports } from '../../app/ports.ts';
import { proofPackage } from '../../app/proofs/proofPackage.ts';

/** Earnings as our own people see them, and as a partner's person does. */
export function earningUseCases(ports: Ports, { tenant, partners }: Caller): EarningUseCases & LineUseCases {
  const isOurs = partners === undefined;
  return {
    listEarnings: (filter) => (isOurs ? listEarnings : listOwnEarnings)(ports, tenant, filter),
    getEarning: (id) => (isOurs ? getEarning : getOwnEarning)(ports, tenant, id),
    explainEarning: (id) => (isOurs ? explainEarning : explainOwnEarning)(ports, tenant, id),
    listLines: (asked) => listLines(ports, tenant, asked),
    newestLineYear: (side) => newestLineYear(ports, tenant, side),
    proofPackage: (id) => proofPackage(ports, tenant, id),
    explainLine: (identity) => explainLine(ports, tenant, identity),
  };
}

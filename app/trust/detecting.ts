import type { Detector } from '../../core/trust/detector.ts';
import { DETECTORS } from '../../core/trust/detectors.ts';
import { beginScan } from '../../core/trust/scan.ts';
import type { Scan } from '../ports/trustStore.ts';
import { tenantHistory } from './tenantHistory.ts';

/** Every detector there is. */
export const detectors: readonly Detector[] = DETECTORS;

/** Looks with all of them at what is known of a tenant. */
export const detect: Scan = async (ports, tenant, { partner, parameters }) => {
  const history = await ports.store.inTenant(tenant, (tx) => tenantHistory(ports, tx, partner));
  return beginScan(history, parameters).end().findings;
};

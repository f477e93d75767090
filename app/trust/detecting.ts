import type { Detector } from '../../core/trust/detector.ts';
import { DETECTORS } from '../../core/trust/detectors.ts';
import { beginScan } from '../../core/trust/scan.ts';
import type { Scan } from '../ports/trustStore.ts';
import { eachHistoryLine } from './historyLines.ts';
import { tenantHistory } from './tenantHistory.ts';

/** Every detector there is. */
export const detectors: readonly Detector[] = DETECTORS;

/** Looks with all of them at what is known of a tenant, each line once. */
export const detect: Scan = (ports, tenant, { partner, parameters }) =>
  ports.store.inTenant(tenant, async (tx) => {
    const history = await tenantHistory(ports, tx, partner);
    const scan = beginScan(history, parameters);
    await eachHistoryLine(tx, history, scan.see);
    return scan.end().findings;
  });

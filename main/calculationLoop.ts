import { setTimeout as delay } from 'node:timers/promises';
import { type CalculatedAgreement, calculateDue } from '../app/calculation/calculateDue.ts';
import type { Ports, TenantId } from '../app/ports.ts';

/** How long a change may wait before it is calculated. */
const PAUSE_MS = 2000;

/**
 * Calculates what is due, again and again, until it is told to stop. A failure is told and tried
 * again after the pause: what a broken-off run has not committed has not happened.
 */
export async function calculationLoop(
  ports: Ports,
  tenant: TenantId,
  signal: AbortSignal,
  tell: { readonly done: (done: CalculatedAgreement) => void; readonly failed: (error: unknown) => void },
): Promise<void> {
  while (!signal.aborted) {
    try {
      await calculateDue(ports, tenant, tell.done);
    } catch (error) {
      tell.failed(error);
    }
    await delay(PAUSE_MS, undefined, { signal }).catch(() => undefined);
  }
}

import type { Detector } from '../../core/trust/detector.ts';
import { DETECTORS } from '../../core/trust/detectors.ts';
import type { HistoryLine } from '../../core/trust/history.ts';
import { beginScan, type ScanResult } from '../../core/trust/scan.ts';
import type { ParametersByDetector, Scan } from '../ports/trustStore.ts';
import type { Ports, TenantId } from '../ports.ts';
import { eachHistoryLine } from './historyLines.ts';
import { type Reading, readingOf } from './reading.ts';
import { tenantHistory } from './tenantHistory.ts';

/** Every detector there is. */
export const detectors: readonly Detector[] = DETECTORS;

/** Looks with all of them at what is known of a tenant, each line once. */
export const detect: Scan = async (ports, tenant, asked) => (await scanTenant(ports, tenant, asked)).findings;

/** The same, with who looked at nothing and at how many lines. */
export function scanTenant(
  ports: Ports,
  tenant: TenantId,
  { partner, parameters }: Parameters<Scan>[2],
): Promise<ScanResult> {
  const read = readingOf(ports, tenant);
  return partner === undefined ? scanAll(ports, read, parameters) : scanOne(ports, read, partner, parameters);
}

async function scanAll(ports: Ports, read: Reading, parameters: ParametersByDetector): Promise<ScanResult> {
  const history = await tenantHistory(ports, read);
  const scan = beginScan(history, parameters);
  await eachHistoryLine(read, history, scan.see);
  return scan.end();
}

/** Its lines first: they say of which products anything has to be read. */
async function scanOne(
  ports: Ports,
  read: Reading,
  partner: string,
  parameters: ParametersByDetector,
): Promise<ScanResult> {
  const lines: HistoryLine[] = [];
  await eachHistoryLine(read, { partners: [{ partner }] }, (line) => lines.push(line));
  const products = [...new Set(lines.map(({ product }) => product))];
  const scan = beginScan(await tenantHistory(ports, read, { partner, products }), parameters);
  for (const line of lines) scan.see(line);
  return scan.end();
}

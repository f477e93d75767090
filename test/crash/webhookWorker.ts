import { createHash } from 'node:crypto';
import { openStore } from '../../adapters/db/store.ts';
import { runWorker } from '../../adapters/jobs/runWorker.ts';
import { uuidV7 } from '../../adapters/system/uuidV7.ts';
import type { Ports } from '../../app/ports.ts';
import { testOutside } from '../support/testCourier.ts';
import { testDesk } from '../support/testDesk.ts';

// A worker in a process of its own, for whoever kills it: the address of the database, and how far ahead its clock is.
const [url = '', aheadMs = '0'] = process.argv.slice(2);
const clock = { now: () => new Date(Date.now() + Number(aheadMs)) };
const store = openStore({ url });
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();
const ports: Ports = { store, clock, ids: uuidV7(clock), sha256 };
const stop = new AbortController();
process.on('SIGTERM', () => stop.abort());
process.on('disconnect', () => process.exit());
await runWorker(ports, stop.signal, {
  ...{ leaseMs: 500, pollMs: 10, sweepMs: 100, linkMs: 20 },
  ...{ desk: testDesk(), outside: testOutside(5000), errorOf: () => 'outage' },
  ...{ calculated: () => undefined, failed: () => undefined },
});
await store.close();
process.disconnect();

import { parentPort, workerData } from 'node:worker_threads';
import { compose } from './compose.ts';
import { openKeys } from './openKeys.ts';
import { openPostbox } from './openPostbox.ts';
import { startWorker } from './worker.ts';
import type { WorkerThreadData, WorkerThreadTold } from './workInThread.ts';

// The thread that `workInThread` starts: does jobs on connections of its own until it is told to stop.

const { config, appUrl, portalUrl, origin } = workerData as WorkerThreadData;
const tell = (told: WorkerThreadTold) => parentPort?.postMessage(told);
const ports = compose(
  { appUrl, ...(portalUrl && { portalUrl }), keys: openKeys(config) },
  openPostbox(config, (line) => tell({ is: 'said', line })),
  config,
);
const stop = new AbortController();
parentPort?.once('message', () => stop.abort());

await startWorker(ports, stop.signal, {
  answersKeptDays: config.idempotencyDays,
  origin,
  calculated: ({ agreement, bookings }) => tell({ is: 'calculated', agreement, bookings: bookings.length }),
  loading: (tenant, lines) => tell({ is: 'loading', tenant, lines }),
  loaded: (lines, ms) => tell({ is: 'loaded', lines, ms }),
  failed: (error) => tell({ is: 'failed', text: String((error as Error).stack ?? error) }),
});
await ports.close();
parentPort?.close();

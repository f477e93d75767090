import { createHash } from 'node:crypto';
import { parentPort, workerData } from 'node:worker_threads';
import { openStore, PATIENT_MS } from '../../adapters/db/store.ts';
import { systemClock } from '../../adapters/system/systemClock.ts';
import { uuidV7 } from '../../adapters/system/uuidV7.ts';
import type { Ports, TenantId } from '../../app/ports.ts';
import { ASIDE_WORKS, type AsideAnswer, type AsideQuestion } from './asideWorks.ts';

// The thread that `openAside` starts: answers one question after the other, since it has one connection to the database.

const { appUrl } = workerData as { readonly appUrl: string };
const ports: Ports = {
  store: openStore({ url: appUrl, poolSize: 1, idleMs: PATIENT_MS }),
  clock: systemClock,
  ids: uuidV7(systemClock),
  sha256: (bytes) => createHash('sha256').update(bytes).digest(),
};

parentPort?.on('message', ({ id, work, tenant, asked }: AsideQuestion) => {
  const answer = ASIDE_WORKS[work] as (ports: Ports, tenant: TenantId, asked: unknown) => Promise<unknown>;
  const say = (said: AsideAnswer) => parentPort?.postMessage(said);
  answer(ports, tenant, asked).then(
    (value) => say({ id, answer: value }),
    // Of an error a thread says no class: the code tells an outage.
    ({ message, code }: Error & { readonly code?: unknown }) => say({ id, error: { message, code } }),
  );
});

import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { createTenant } from '../../adapters/db/createTenant.ts';
import { apiRoutes } from '../../adapters/http/apiRoutes.ts';
import { buildServer } from '../../adapters/http/server.ts';
import { postbox } from '../../adapters/mail/postbox.ts';
import { DEMO_SCOPES } from '../../app/access/role.ts';
import { systemActor } from '../../app/actor.ts';
import type { ResetProgress, Trial } from '../../app/ports/trial.ts';
import { letTrialPersonIn } from '../../app/trial/letTrialPersonIn.ts';
import { TRIAL_PEOPLE } from '../../app/trial/trialPeople.ts';
import { accept } from '../../core/refusal/refusals.ts';
import { workings } from '../../main/api/workings.ts';
import { PAGES } from '../../main/builtPages.ts';
import { startWorker } from '../../main/worker.ts';
import { apiServer } from '../support/api/apiServer.ts';
import { makeWorld } from '../support/api/world.ts';
import { testDatabase } from '../support/database.ts';
import { taken } from '../support/scenario.ts';
import { PATIENCE_MS, stands } from './chromium.ts';

export type TrialPages = { readonly address: string; readonly close: () => Promise<void> };

/** A server as it is begun to try out, on a small sandbox, with its worker; nobody has begun a company in it. */
export async function trialPages(): Promise<TrialPages> {
  const build = spawnSync(process.execPath, [join(PAGES, '../../bin/buildPages.mjs')], { encoding: 'utf8' });
  if (build.status !== 0) throw new Error(build.stderr);
  const database = await testDatabase();
  const api = await apiServer(database);
  // Time passes, as it does where a worker works.
  Object.defineProperty(api.time, 'now', { get: () => new Date() });
  const { tenant, partners } = await makeWorld(database, api, 'TRIAL');
  for (const person of TRIAL_PEOPLE) {
    const own = { ...person, ...(person.partners && { partners: partners.slice(0, 1) }) };
    taken(await letTrialPersonIn(api.ports, tenant, own, `${person.login}@demo.example`));
  }
  const health = {
    isDatabaseUp: async () => true,
    look: async () => ({ causes: [], warnings: [], underWay: [] }),
  };
  let reset: ResetProgress | undefined;
  const trial = {
    sandbox: () => tenant,
    makeTenant: async ({ code, name, company, timeZone }: Parameters<Trial['makeTenant']>[0]) => {
      const companies = [{ code: company, name, timeZone }];
      return accept(await createTenant(database.ownerUrl, { id: randomUUID(), code, name, companies }));
    },
    beginReset: () => {
      reset = { state: 'running', step: 'calculation', done: 3, total: 25 };
      return accept(reset);
    },
    lastReset: () => reset,
    onReplaced: () => undefined,
    settled: async () => undefined,
  };
  const reader = { tenant, actor: systemActor('demo'), scopes: new Set(DEMO_SCOPES) };
  const server = await buildServer({
    routes: apiRoutes,
    workings: workings(api.ports, health, { demo: () => reader, trial }),
    isDatabaseUp: health.isDatabaseUp,
    webFolder: PAGES,
    version: '1.2.3',
    log: false,
  });
  await server.listen({ host: '127.0.0.1', port: 0 });
  const stop = new AbortController();
  const mails = postbox(
    { carry: async () => undefined, close: () => undefined },
    { failed: () => undefined },
  );
  const working = startWorker({ ...api.ports, mails }, stop.signal, {
    origin: 'http://localhost',
    answersKeptDays: 30,
    calculated: () => undefined,
    failed: () => undefined,
  });
  return {
    address: `http://localhost:${(server.server.address() as AddressInfo).port}`,
    close: async () => {
      stop.abort();
      await working;
      await server.close();
      await api.server.close();
      await database.drop();
    },
  };
}

/** Waits until the worker has made the first amounts of the list that is open. */
export async function amountsThere(page: Page): Promise<void> {
  const shown = async () => {
    await page.reload();
    await stands(page);
    return page.locator('td a').count();
  };
  await expect.poll(shown, { timeout: PATIENCE_MS }).toBeGreaterThan(0);
}

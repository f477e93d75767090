import { createTenant } from '../adapters/db/createTenant.ts';
import { replaceSandbox } from '../adapters/db/replaceSandbox.ts';
import { calculateDue } from '../app/calculation/calculateDue.ts';
import type { ResetProgress, Trial } from '../app/ports/trial.ts';
import type { TenantId } from '../app/ports.ts';
import { closeSandbox, moveSessions, ownPeopleOf } from '../app/trial/closeSandbox.ts';
import { letTrialPersonIn } from '../app/trial/letTrialPersonIn.ts';
import { TRIAL_PEOPLE } from '../app/trial/trialPeople.ts';
import { accept, type Result, refuse, refused } from '../core/refusal/refusals.ts';
import type { Composed } from './compose.ts';
import { demoSandbox, loadDemo } from './demo.ts';
import { playDemoMoney } from './demoMoney.ts';
import { closeDemoMonth } from './demoMonth.ts';
import { demoEmail } from './demoPeople.ts';
import { playDemoPortal } from './demoPortal.ts';
import { playDemoTrust } from './demoTrust.ts';
import { ownerUrl } from './ownerUrl.ts';
import type { Workplace } from './withDatabase.ts';

/** Where the sandbox that comes grows, until it takes the place of the present one. */
const NEXT = 'sandbox-next';

export type OpenTrial = Trial & {
  /** Told each time another sandbox has come into the place of the one before. */
  readonly onReplaced: (listener: () => void) => void;
  /** Resolves when no reset is under way. */
  readonly settled: () => Promise<void>;
};

/** The trial of a server that was begun in a sandbox, with the password of the people of its demo. */
export function openTrial(
  { ports, database }: Workplace,
  begun: { readonly sandbox: TenantId; readonly failed: (error: unknown) => void },
): OpenTrial {
  let sandbox = begun.sandbox;
  let last: ResetProgress | undefined;
  let working: Promise<void> = Promise.resolve();
  const listeners: (() => void)[] = [];
  const at = (progress: ResetProgress) => {
    last = progress;
  };
  const reset = async (owner: string) => {
    try {
      const fresh = await freshSandbox(ports, owner, sandbox, at);
      if (!fresh.ok) throw new Error(fresh.refusals.map(({ code }) => code).join(', '));
      const old = sandbox;
      sandbox = fresh.value;
      for (const listener of listeners) listener();
      await closeSandbox(ports, old);
      at({ state: 'done', step: 'people', done: 1, total: 1 });
    } catch (error) {
      at({ ...(last ?? { step: 'facts', done: 0 }), state: 'failed' });
      begun.failed(error);
    }
  };
  return {
    sandbox: () => sandbox,
    makeTenant: async ({ code, name, company, timeZone }) => {
      const owner = ownerUrl(database);
      if (!owner.ok) return owner;
      const companies = [{ code: company, name, timeZone }];
      return accept(await createTenant(owner.value, { id: ports.ids.next(), code, name, companies }));
    },
    beginReset: () => {
      const owner = ownerUrl(database);
      if (!owner.ok) return owner;
      if (last?.state === 'running') return refused(refuse('sandbox-reset-under-way', ''));
      const first: ResetProgress = { state: 'running', step: 'facts', done: 0 };
      at(first);
      working = reset(owner.value);
      return accept(first);
    },
    lastReset: () => last,
    onReplaced: (listener) => void listeners.push(listener),
    settled: () => working,
  };
}

/**
 * Loads the demo beside the present sandbox, and puts it in its place at the end: whoever ends the program before that finds the
 * present one as it was, and the next reset goes on where this one stopped.
 */
async function freshSandbox(
  ports: Composed,
  owner: string,
  old: TenantId,
  at: (progress: ResetProgress) => void,
): Promise<Result<TenantId>> {
  const fresh = await demoSandbox(ports, owner, NEXT);
  if (fresh === undefined) return refused(refuse('tenant-not-sandbox', ''));
  let before = 0;
  let file = '';
  let inFile = 0;
  const loaded = await loadDemo(ports, fresh, {
    onFile: (name, rows) => {
      if (name !== file) before += inFile;
      [file, inFile] = [name, rows];
      at({ state: 'running', step: 'facts', done: before + rows });
    },
    onImported: () => undefined,
  });
  if (!loaded.ok) return loaded;
  let calculated = 0;
  await calculateDue(ports, fresh, (_, left) => {
    calculated += 1;
    at({ state: 'running', step: 'calculation', done: calculated, total: calculated + left });
  });
  at({ state: 'running', step: 'money', done: 0, total: 1 });
  // Without keys there are no bank accounts, as at the first start: the rest stands.
  await playDemoMoney(ports, fresh);
  const portal = await playDemoPortal(ports, fresh);
  if (!portal.ok) return portal;
  const trust = await playDemoTrust(ports, fresh);
  if (!trust.ok) return trust;
  const closed = await closeDemoMonth(ports, fresh);
  if (!closed.ok) return closed;
  at({ state: 'running', step: 'people', done: 0, total: 1 });
  const demo = TRIAL_PEOPLE.map((person) => ({ person, email: demoEmail(person) }));
  const accounts: string[] = [];
  for (const { person, email } of [...demo, ...(await ownPeopleOf(ports, old))]) {
    const letIn = await letTrialPersonIn(ports, fresh, person, email);
    if (!letIn.ok) return letIn;
    accounts.push(letIn.value);
  }
  if (!(await replaceSandbox(owner, { old, fresh }))) return refused(refuse('tenant-not-sandbox', ''));
  // Whoever is signed in goes on in the new one.
  for (const account of accounts) await moveSessions(ports, account, { old, fresh });
  return accept(fresh);
}

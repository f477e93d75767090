import { once } from 'node:events';
import { openStore } from '../../adapters/db/store.ts';
import type { TenantId } from '../../app/ports.ts';
import { apiServer } from '../support/api/apiServer.ts';
import { CUSTOMER_STORY } from '../support/moneyStory/customerStory.ts';
import { performNamed } from '../support/moneyStory/playStory.ts';
import type { Found, PersonName } from '../support/moneyStory/step.ts';
import { SUPPLIER_STORY } from '../support/moneyStory/supplierStory.ts';

/** One deed of a story, and all that it needs to be done by a process that knows nothing else. */
export type StoryTask = {
  readonly appUrl: string;
  readonly portalUrl: string;
  readonly tenant: TenantId;
  readonly keys: readonly (readonly [PersonName, string])[];
  readonly who: 'customer' | 'supplier';
  readonly name: string;
  readonly found: Found;
  readonly day: string;
};

// The process itself: it says that it is ready, waits for the word, does the deed, and says what it was told.
const task = JSON.parse(process.argv[2] ?? '') as StoryTask;
const store = openStore({ url: task.appUrl });
const api = await apiServer({ store, appUrl: task.appUrl, portalUrl: task.portalUrl });
api.time.now = new Date(`${task.day}T12:00:00Z`);
process.stdout.write('ready\n');
await once(process.stdin, 'data');
const steps = task.who === 'customer' ? CUSTOMER_STORY : SUPPLIER_STORY;
const story = { api, tenant: task.tenant, keys: new Map(task.keys) };
const told = await performNamed(story, steps, task.name, task.found);
process.stdout.write(`${JSON.stringify(told)}\n`);
process.exit(0);

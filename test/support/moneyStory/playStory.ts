import { linkAudit } from '../../../app/audit/linkAudit.ts';
import { calculateDue } from '../../../app/calculation/calculateDue.ts';
import type { MoneyStory } from './openStory.ts';
import type { Deed, Found, Step } from './step.ts';

/** What a deed came to: the same again has to come to the same. */
export type Told = { readonly status: number; readonly body: unknown };

/** Does a deed once; `name` tells it from every other one of the story. */
export type Doing = (name: string, once: () => Promise<Told>, found: Found) => Promise<Told>;

/**
 * Plays a story to its end and gives what was found on its way. `doing` may do a deed twice, or cut its
 * wire and ask again; what it gives back has to be a success.
 */
export async function playStory(
  story: MoneyStory,
  steps: readonly Step[],
  {
    doing = (_name, once) => once(),
    after,
  }: { readonly doing?: Doing; readonly after?: (step: Step) => Promise<void> } = {},
): Promise<Found> {
  let found: Found = {};
  for (const step of steps) {
    story.api.time.now = new Date(`${step.day}T12:00:00Z`);
    for (const [index, deed] of step.deeds.entries()) {
      const name = `${step.name} ${index + 1}`;
      const told = await doing(name, () => perform(story, deed, found, name), found);
      if (told.status >= 300) throw new Error(`${name}: ${told.status} ${JSON.stringify(told.body)}`);
      if ('ask' in deed) found = { ...found, ...deed.keep?.(told.body) };
    }
    await after?.(step);
  }
  return found;
}

/** Does one deed of a story, which was found by its name: whatever came before it has happened. */
export function performNamed(
  story: Pick<MoneyStory, 'api' | 'tenant' | 'keys'>,
  steps: readonly Step[],
  name: string,
  found: Found,
): Promise<Told> {
  const deeds = steps.flatMap((step) =>
    step.deeds.map((deed, index) => ({ deed, name: `${step.name} ${index + 1}` })),
  );
  const named = deeds.find((one) => one.name === name);
  if (named === undefined) throw new Error(`the story has no ${name}`);
  return perform(story, named.deed, found, name);
}

async function perform(
  story: Pick<MoneyStory, 'api' | 'tenant' | 'keys'>,
  deed: Deed,
  found: Found,
  name: string,
): Promise<Told> {
  const { api, tenant, keys } = story;
  if ('work' in deed) {
    // What a worker does with its connection: it may be cut, and is done again by whoever comes next.
    if (deed.work === 'calculate') await calculateDue(api.ports, tenant);
    else await linkAudit(api.ports, tenant);
    return { status: 200, body: undefined };
  }
  const asked = deed.ask(found);
  const headers = { 'idempotency-key': name.replaceAll(' ', '-'), ...asked.headers };
  const { status, body } = await api.call(keys.get(deed.by), { ...asked, headers });
  return { status, body };
}

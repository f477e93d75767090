import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import type { Caller } from '../access/caller.ts';
import { personOf } from '../agreements/personOf.ts';
import { auditDeed } from '../auditDeed.ts';
import { isUuid } from '../isUuid.ts';
import type { SavedView, ViewFilter, ViewList } from '../ports/viewStore.ts';
import type { Ports, Tx } from '../ports.ts';

/** More than anybody finds again by its name. */
const VIEWS_MAX = 50;

export type NewView = {
  readonly list: ViewList;
  readonly name: string;
  readonly filter: ViewFilter;
  readonly isDefault: boolean;
};

/** The views of a list that whoever asks has kept, by name; a program has none. */
export function listViews(
  ports: Ports,
  { tenant, actor }: Caller,
  list: ViewList,
): Promise<readonly SavedView[]> {
  return ports.store.inTenant(tenant, async (tx) =>
    actor.kind === 'person' ? tx.views.list(actor.id, list) : [],
  );
}

/**
 * Keeps what a list is narrowed by under a name; one with the same name is this one from now on.
 * Refuses: person-needed, view-too-many (limit).
 */
export function saveView(
  ports: Ports,
  { tenant, actor }: Caller,
  wanted: NewView,
): Promise<Result<SavedView>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const person = personOf(actor);
    if (!person.ok) return person;
    const own = await tx.views.list(person.value, wanted.list);
    const same = own.find(({ name }) => name === wanted.name);
    if (same === undefined && own.length >= VIEWS_MAX)
      return refused(refuse('view-too-many', 'name', { limit: String(VIEWS_MAX) }));
    const view = { ...wanted, id: same?.id ?? ports.ids.next(), person: person.value };
    if (view.isDefault) await tx.views.clearDefault(view.person, view.list);
    await (same === undefined ? tx.views.add : tx.views.change)(view, ports.clock.now());
    await auditView(ports, tx, 'save', view);
    return accept(view);
  });
}

/** Refuses: person-needed, view-not-found of another one's too, view-name-taken (name). */
export function changeView(
  ports: Ports,
  { tenant, actor }: Caller,
  { id, name, isDefault }: { readonly id: string; readonly name: string; readonly isDefault: boolean },
): Promise<Result<SavedView>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const before = await ownView(tx, actor, id);
    if (!before.ok) return before;
    const { person, list } = before.value;
    const others = (await tx.views.list(person, list)).filter((view) => view.id !== id);
    if (others.some((view) => view.name === name))
      return refused(refuse('view-name-taken', 'name', { name }));
    if (isDefault) await tx.views.clearDefault(person, list);
    const view = { ...before.value, name, isDefault };
    await tx.views.change(view, ports.clock.now());
    await auditView(ports, tx, 'change', view);
    return accept(view);
  });
}

/** Refuses: person-needed, view-not-found of another one's too. */
export function forgetView(ports: Ports, { tenant, actor }: Caller, id: string): Promise<Result<undefined>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const before = await ownView(tx, actor, id);
    if (!before.ok) return before;
    await tx.views.remove(before.value.person, id);
    await auditView(ports, tx, 'forget', before.value);
    return accept(undefined);
  });
}

function auditView(
  ports: Ports,
  tx: Tx,
  verb: 'save' | 'change' | 'forget',
  { id, person, list, name, filter, isDefault }: SavedView,
): Promise<void> {
  const body = { list, name, filter, isDefault };
  return auditDeed(ports, tx, {
    actor: { kind: 'person', id: person },
    action: `view.${verb}`,
    object: id,
    body,
  });
}

async function ownView(tx: Tx, actor: Caller['actor'], id: string): Promise<Result<SavedView>> {
  const person = personOf(actor);
  if (!person.ok) return person;
  const view = isUuid(id) ? await tx.views.lock(person.value, id) : undefined;
  return view === undefined ? refused(refuse('view-not-found', 'id', { id })) : accept(view);
}

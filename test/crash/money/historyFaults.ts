/**
 * Something that a client did, in the order of its own clock. A write appends its id to every list that it is to stand
 * in; a read gives all of one list. Unknown: the client was told nothing.
 */
export type Deed = {
  readonly id: string;
  readonly began: number;
  readonly ended: number;
  readonly outcome: 'ok' | 'refused' | 'unknown';
} & (
  | { readonly does: 'write'; readonly lists: readonly string[] }
  | { readonly does: 'read'; readonly list: string; readonly found: readonly string[] }
);

/** The lists as they stand in the end, each in the order of its own numbers. */
export type Finals = ReadonlyMap<string, readonly string[]>;

/**
 * What does not hold of a history: effects that are lost, doubled or of what was refused, reads that no order of
 * the deeds explains, and rounds in who came before whom. Method: Elle's, for lists (Kingsbury and Alvaro 2020); since
 * the numbers of a list give its order, every edge is exact.
 */
export function historyFaults(deeds: readonly Deed[], finals: Finals): string[] {
  return [...effectFaults(deeds, finals), ...readFaults(deeds, finals), ...rounds(deeds, finals)];
}

function effectFaults(deeds: readonly Deed[], finals: Finals): string[] {
  const faults: string[] = [];
  const times = new Map([...finals].map(([list, ids]) => [list, Map.groupBy(ids, (id) => id)]));
  for (const deed of deeds) {
    if (deed.does !== 'write') continue;
    const counts = deed.lists.map((list) => times.get(list)?.get(deed.id)?.length ?? 0);
    if (counts.some((count) => count > 1)) faults.push(`doubled: ${deed.id}`);
    if (deed.outcome === 'ok' && counts.includes(0)) faults.push(`lost: ${deed.id}`);
    if (deed.outcome === 'refused' && counts.some((count) => count > 0))
      faults.push(`refused and there: ${deed.id}`);
    if (new Set(counts.map((count) => count > 0)).size > 1)
      faults.push(`in one list and not in another: ${deed.id}`);
  }
  const known = new Set(deeds.map(({ id }) => id));
  for (const [list, ids] of finals) {
    for (const id of ids) if (!known.has(id)) faults.push(`of nobody: ${id} in ${list}`);
  }
  return faults;
}

/** What was read is how the list began, with all that had been acknowledged before. */
function readFaults(deeds: readonly Deed[], finals: Finals): string[] {
  const acknowledged = new Map([...finals].map(([list, ids]) => [list, new Acknowledged(list, ids, deeds)]));
  return deeds.flatMap((read) => {
    if (read.does !== 'read' || read.outcome !== 'ok') return [];
    const { list, found, began } = read;
    const isBeginning = found.every((id, at) => finals.get(list)?.[at] === id);
    if (!isBeginning) return [`read in no order of ${list}: ${read.id}`];
    const last = acknowledged.get(list)?.lastBefore(began);
    return last === undefined || last.place < found.length
      ? []
      : [`read too late of ${list}: ${read.id} without ${last.id}`];
  });
}

type Placed = { readonly id: string; readonly ended: number; readonly place: number };

/** The acknowledged writes of a list, by when they were: of all up to each the one that stands last in the list. */
class Acknowledged {
  private readonly ended: readonly number[];
  private readonly last: readonly Placed[];

  constructor(list: string, ids: readonly string[], deeds: readonly Deed[]) {
    const places = new Map(ids.map((id, place) => [id, place]));
    const writes = deeds.flatMap((deed) =>
      deed.does === 'write' && deed.outcome === 'ok' && deed.lists.includes(list) ? [deed] : [],
    );
    const placed = writes
      .map(({ id, ended }): Placed => ({ id, ended, place: places.get(id) ?? Number.POSITIVE_INFINITY }))
      .sort((a, b) => a.ended - b.ended);
    let last: Placed | undefined;
    this.ended = placed.map(({ ended }) => ended);
    this.last = placed.map((one) => {
      last = last === undefined || one.place > last.place ? one : last;
      return last;
    });
  }

  lastBefore(moment: number): Placed | undefined {
    return this.last[countBelow(this.ended, moment) - 1];
  }
}

/** How many of the rising numbers are below a limit. */
function countBelow(rising: readonly number[], limit: number): number {
  let [from, until] = [0, rising.length];
  while (from < until) {
    const middle = (from + until) >> 1;
    if ((rising[middle] as number) < limit) from = middle + 1;
    else until = middle;
  }
  return from;
}

/** Deeds of which none can be the first: who has to come before whom goes round in a circle. */
function rounds(deeds: readonly Deed[], finals: Finals): string[] {
  const after = edges(deeds, finals);
  const before = new Map(deeds.map(({ id }) => [id, 0]));
  for (const nexts of after.values()) for (const next of nexts) before.set(next, (before.get(next) ?? 0) + 1);
  const free = [...before].flatMap(([id, count]) => (count === 0 ? [id] : []));
  for (let id = free.pop(); id !== undefined; id = free.pop()) {
    for (const next of after.get(id) ?? []) {
      const left = (before.get(next) ?? 0) - 1;
      before.set(next, left);
      if (left === 0) free.push(next);
    }
  }
  const caught = [...before].filter(([, count]) => count > 0);
  return caught.length === 0 ? [] : [`a round of ${caught.length}: ${caught[0]?.[0]}`];
}

/** Of each deed those that come after it: by the numbers of a list, by what was read, and by the clock of the clients. */
function edges(deeds: readonly Deed[], finals: Finals): ReadonlyMap<string, Set<string>> {
  const after = new Map<string, Set<string>>(deeds.map(({ id }) => [id, new Set()]));
  const link = (from: string | undefined, to: string | undefined) => {
    if (from !== undefined && to !== undefined && from !== to) after.get(from)?.add(to);
  };
  for (const ids of finals.values()) for (const [at, id] of ids.entries()) link(ids[at - 1], id);
  for (const deed of deeds) {
    if (deed.does !== 'read' || deed.outcome !== 'ok') continue;
    link(deed.found.at(-1), deed.id);
    link(deed.id, finals.get(deed.list)?.[deed.found.length]);
  }
  const happened = deeds.filter(({ outcome }) => outcome === 'ok').sort((a, b) => a.began - b.began);
  const begun = happened.map(({ began }) => began);
  /** Of each and all that began later, when the first one had ended. */
  const firstEnds = happened.map(({ ended }) => ended);
  for (let at = firstEnds.length - 2; at >= 0; at -= 1)
    firstEnds[at] = Math.min(firstEnds[at] as number, firstEnds[at + 1] as number);
  for (const deed of happened) {
    // The next ones that began after it are enough: what comes after them follows.
    const next = countBelow(begun, deed.ended);
    const first = firstEnds[next] ?? 0;
    for (let at = next; at < happened.length && (begun[at] as number) <= first; at += 1)
      link(deed.id, happened[at]?.id);
  }
  return after;
}

import {
  type AuditEntry,
  type AuditLink,
  bodyHash,
  type ChainHead,
  EMPTY_CHAIN,
  entryHash,
  linkHash,
  type Sha256,
} from './auditEntry.ts';

/**
 * What is wrong with an entry. `changed`: it does not say what it said when it was linked. `missing`: it,
 * or the link at its position, is gone. `moved`: its link was made for another place. `broken`: it does
 * not follow what stands before it, so something there was rewritten, added or taken out. `added`: nobody
 * linked it, and it does not wait for that. `erased`: its content is gone, and no deed says so.
 * `unanchored`: the hash that was kept outside is none of this chain.
 */
export const AUDIT_FAULTS = [
  'changed',
  'missing',
  'moved',
  'broken',
  'added',
  'erased',
  'unanchored',
] as const;
export type AuditFault = (typeof AUDIT_FAULTS)[number];

export type AuditFinding = {
  readonly fault: AuditFault;
  readonly position?: number;
  /** The id of the entry, where it can still be told. */
  readonly entry?: string;
};

/** A link with the entry that it names, as both stand in the trail. */
export type LinkedEntry = { readonly link: AuditLink; readonly entry: AuditEntry | undefined };

/** How far a chain was looked at. */
export type ChainState = {
  readonly head: ChainHead;
  /** What stood at the end was itself out of order: what follows it says nothing more. */
  readonly isTorn: boolean;
  /** Entries without content, and entries that a deed names as erased. */
  readonly gone: ReadonlyMap<string, number>;
  readonly erased: ReadonlySet<string>;
  /** A hash that has to come along, and whether it did. */
  readonly expected?: string;
  readonly anchoredAt?: number;
};

export function beginChain(expected?: string): ChainState {
  const state = { head: EMPTY_CHAIN, isTorn: false, gone: new Map(), erased: new Set<string>() };
  if (expected === undefined) return state;
  return { ...state, expected, ...(expected === EMPTY_CHAIN.hash && { anchoredAt: 0 }) };
}

/** The action of the deed that erases the content of an entry, its object. */
export const ERASE = 'audit.erase';

/** The next links in the order of their positions; gives where the chain stands then and what is wrong. */
export function followChain(
  state: ChainState,
  links: readonly LinkedEntry[],
  sha256: Sha256,
): { readonly state: ChainState; readonly findings: readonly AuditFinding[] } {
  const findings: AuditFinding[] = [];
  const gone = new Map(state.gone);
  const erased = new Set(state.erased);
  let { head, isTorn, anchoredAt } = state;
  for (const { link, entry } of links) {
    const { position, hash } = link;
    for (let at = head.position + 1; at < position; at += 1)
      findings.push({ fault: 'missing', position: at });
    const content = entryFault({ link, entry }, sha256);
    if (content !== undefined) findings.push({ fault: content, position, entry: link.entry });
    const place = placeFault(link, head, isTorn, sha256);
    if (place !== undefined) findings.push({ fault: place, position, entry: link.entry });
    if (entry !== undefined && entry.content === undefined) gone.set(entry.id, position);
    if (entry?.action === ERASE) erased.add(entry.object);
    isTorn = place !== undefined;
    head = { position, hash };
    if (hash === state.expected) anchoredAt = position;
  }
  const next = { ...state, head, isTorn, gone, erased };
  return { state: anchoredAt === undefined ? next : { ...next, anchoredAt }, findings };
}

function entryFault({ link, entry }: LinkedEntry, sha256: Sha256): AuditFault | undefined {
  if (entry === undefined) return 'missing';
  const isBodyTrue = entry.content === undefined || bodyHash(entry.content, sha256) === link.bodySha256;
  const isTrue = isBodyTrue && entryHash(entry, link.bodySha256, sha256) === link.entrySha256;
  return isTrue ? undefined : 'changed';
}

function placeFault(
  link: AuditLink,
  head: ChainHead,
  isTorn: boolean,
  sha256: Sha256,
): AuditFault | undefined {
  if (linkHash(link, sha256) !== link.hash) return 'moved';
  const follows = link.previous === head.hash;
  // Behind a gap, or behind a link that was told already, not to follow is no news.
  return follows || isTorn || link.position !== head.position + 1 ? undefined : 'broken';
}

/** What can be said at the end only: erased without a deed, and a hash that never came. */
export function endChain({ gone, erased, expected, anchoredAt }: ChainState): readonly AuditFinding[] {
  const silent = [...gone].filter(([entry]) => !erased.has(entry));
  const isLost = expected !== undefined && anchoredAt === undefined;
  return [
    ...silent.map(([entry, position]) => ({ fault: 'erased' as const, position, entry })),
    ...(isLost ? [{ fault: 'unanchored' as const }] : []),
  ];
}

import { nameKeys } from '../master/nameKey.ts';
import { compareTexts } from '../text/compareTexts.ts';
import { byKey } from './byKey.ts';
import type { History, HistoryPartner } from './history.ts';
import { onceOf } from './onceOf.ts';
import { tablesOf } from './tables.ts';

/** What two partners have in common. `name`: spelled alike but for the form of the company; `parent`: one owns the other, or both are owned. */
const TIES = ['bankAccount', 'taxId', 'phone', 'email', 'address', 'name', 'parent'] as const;
export type Tie = (typeof TIES)[number];

export type RelatedPair = {
  readonly a: HistoryPartner;
  readonly b: HistoryPartner;
  readonly ties: readonly Tie[];
};

/** More partners than this at one address or phone are a building or a switchboard, and with one account a factor: they say nothing. */
const CROWD: Readonly<Record<Exclude<Tie, 'parent'>, number>> = {
  bankAccount: 12,
  taxId: 12,
  phone: 4,
  email: 4,
  address: 4,
  name: 4,
};
const SHARED = TIES.filter((tie) => tie !== 'parent');

/** Pairs of partners that have something in common, each once, `a` before `b` by code. */
export const relatedPairs = onceOf((history: History): readonly RelatedPair[] => {
  const found = new Map<string, { a: HistoryPartner; b: HistoryPartner; ties: Set<Tie> }>();
  for (const tie of SHARED) {
    for (const group of groupsOf(history.partners, tie)) {
      if (group.length > CROWD[tie]) continue;
      for (const [index, one] of group.entries()) {
        for (const other of group.slice(index + 1)) addPair(found, one, other, tie);
      }
    }
  }
  return [...found.values()]
    .map(({ a, b, ties }) => {
      if (familyOf(history, a.partner) === familyOf(history, b.partner)) ties.add('parent');
      return { a, b, ties: TIES.filter((tie) => ties.has(tie)) };
    })
    .sort((x, y) => compareTexts(x.a.partner, y.a.partner) || compareTexts(x.b.partner, y.b.partner));
});

/** The company that owns it in the end; a circle of owners ends where it began. */
export function familyOf(history: History, code: string): string {
  const { partners } = tablesOf(history);
  const seen = new Set<string>();
  let head = code;
  for (
    let next = partners.get(head)?.parent;
    next !== undefined && !seen.has(next);
    next = partners.get(head)?.parent
  ) {
    seen.add(next);
    head = next;
  }
  return head;
}

function addPair(
  found: Map<string, { a: HistoryPartner; b: HistoryPartner; ties: Set<Tie> }>,
  one: HistoryPartner,
  other: HistoryPartner,
  tie: Tie,
): void {
  if (one.partner === other.partner) return;
  const [a, b] = one.partner < other.partner ? [one, other] : [other, one];
  const key = `${a.partner}\u001f${b.partner}`;
  const pair = found.get(key) ?? { a, b, ties: new Set<Tie>() };
  pair.ties.add(tie);
  found.set(key, pair);
}

function groupsOf(
  partners: readonly HistoryPartner[],
  tie: Exclude<Tie, 'parent'>,
): Iterable<HistoryPartner[]> {
  const entries = partners.flatMap((partner) =>
    [...new Set(valuesOf(partner, tie))].map((value) => ({ partner, value })),
  );
  const groups = byKey(entries, ({ value }) => value);
  return [...groups.values()].map((group) => group.map(({ partner }) => partner));
}

function valuesOf(partner: HistoryPartner, tie: Exclude<Tie, 'parent'>): string[] {
  const said = {
    bankAccount: () => partner.bankAccounts.map((account) => shortened(account)),
    taxId: () => [shortened(partner.taxId)],
    phone: () => [phoneKey(partner.phone)],
    email: () => [(partner.email ?? '').trim().toLowerCase()],
    address: () => [addressKey(partner)],
    name: () => [nameKeys(partner.name).companyForm],
  }[tie]();
  return said.filter((value) => value.length >= 3);
}

function shortened(text: string | undefined): string {
  return nameKeys(text ?? '').separators;
}

/** The last eight digits: with and without the country they are the same number. */
function phoneKey(phone: string | undefined): string {
  const digits = (phone ?? '').replace(/\D/g, '');
  return digits.length < 6 ? '' : digits.slice(-8);
}

function addressKey({ address, country }: HistoryPartner): string {
  const key = shortened((address ?? '').replace(/stra(?:ß|ss)e|str\.?(?=\s|\d|$)/giu, 'str'));
  return key.length < 8 ? '' : `${key}${(country ?? '').toLowerCase()}`;
}

/** Partners that are the same people by what they have in common; a code names its group. Without ties: absent. */
export const relatedGroups = onceOf((history: History): ReadonlyMap<string, string> => {
  const heads = new Map<string, string>();
  const headOf = (code: string): string => {
    let head = code;
    for (let next = heads.get(head); next !== undefined && next !== head; next = heads.get(head)) head = next;
    return head;
  };
  const join = (first: string, second: string) => {
    const [one, other] = [headOf(first), headOf(second)];
    const [low, high] = one < other ? [one, other] : [other, one];
    heads.set(low, low);
    heads.set(high, low);
    for (const code of [first, second]) if (!heads.has(code)) heads.set(code, low);
  };
  for (const { a, b, ties } of relatedPairs(history)) if (isClose(ties)) join(a.partner, b.partner);
  for (const { partner, parent } of history.partners) if (parent !== undefined) join(partner, parent);
  return new Map([...heads.keys()].map((code) => [code, headOf(code)]));
});

/** One thing that only the same people share, or two that neighbours could. */
export function isClose(ties: readonly Tie[]): boolean {
  const strong = ties.some(
    (tie) => tie === 'bankAccount' || tie === 'taxId' || tie === 'name' || tie === 'parent',
  );
  return strong || ties.length >= 2;
}

export function areRelated(history: History, a: string, b: string): boolean {
  if (a === b) return true;
  const groups = relatedGroups(history);
  const group = groups.get(a);
  return group !== undefined && group === groups.get(b);
}

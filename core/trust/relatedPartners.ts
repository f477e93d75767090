import { nameKeys } from '../master/nameKey.ts';
import { compareTexts } from '../text/compareTexts.ts';
import { byKey } from './byKey.ts';
import type { History, HistoryPartner } from './history.ts';
import { onceOf } from './onceOf.ts';

/** What two partners have in common. `name`: spelled alike but for the form of the company; `parent`: one owns the other, or both are owned. */
export const TIES = ['bankAccount', 'taxId', 'phone', 'email', 'address', 'name', 'parent'] as const;
export type Tie = (typeof TIES)[number];

export type RelatedPair = {
  readonly a: HistoryPartner;
  readonly b: HistoryPartner;
  readonly ties: readonly Tie[];
};

/** More partners than this at one address or phone are a building or a switchboard, and say nothing. */
const CROWD = 4;

/** Pairs of partners that have something in common, each once, `a` before `b` by code. */
export const relatedPairs = onceOf((history: History): readonly RelatedPair[] => {
  const found = new Map<string, { a: HistoryPartner; b: HistoryPartner; ties: Set<Tie> }>();
  for (const tie of TIES) {
    for (const group of groupsOf(history.partners, tie)) {
      if (group.length > CROWD) continue;
      for (const [index, one] of group.entries()) {
        for (const other of group.slice(index + 1)) addPair(found, one, other, tie);
      }
    }
  }
  return [...found.values()]
    .map(({ a, b, ties }) => ({ a, b, ties: TIES.filter((tie) => ties.has(tie)) }))
    .sort((x, y) => compareTexts(x.a.partner, y.a.partner) || compareTexts(x.b.partner, y.b.partner));
});

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

function groupsOf(partners: readonly HistoryPartner[], tie: Tie): Iterable<HistoryPartner[]> {
  const entries = partners.flatMap((partner) =>
    [...new Set(valuesOf(partner, tie))].map((value) => ({ partner, value })),
  );
  const groups = byKey(entries, ({ value }) => value);
  return [...groups.values()].map((group) => group.map(({ partner }) => partner));
}

function valuesOf(partner: HistoryPartner, tie: Tie): string[] {
  const said = {
    bankAccount: () => partner.bankAccounts.map((account) => shortened(account)),
    taxId: () => [shortened(partner.taxId)],
    phone: () => [phoneKey(partner.phone)],
    email: () => [(partner.email ?? '').trim().toLowerCase()],
    address: () => [addressKey(partner)],
    name: () => [nameKeys(partner.name).companyForm],
    parent: () => [partner.partner, partner.parent ?? ''],
  }[tie]();
  return said.filter((value) => value.length >= (tie === 'parent' ? 1 : 3));
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
  for (const { a, b, ties } of relatedPairs(history)) {
    if (!isClose(ties)) continue;
    const [one, other] = [headOf(a.partner), headOf(b.partner)];
    const [low, high] = one < other ? [one, other] : [other, one];
    heads.set(low, low);
    heads.set(high, low);
    for (const code of [a.partner, b.partner]) if (!heads.has(code)) heads.set(code, low);
  }
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

import type { ByCompany } from '../../core/accrual/borneBy.ts';
import { recognisedLayers } from '../../core/accrual/recognisedLayers.ts';
import { type Difference, differences, type Layer } from '../../core/booking/differences.ts';
import { openedLayers } from '../../core/booking/openedLayers.ts';
import { compareTexts } from '../../core/text/compareTexts.ts';
import { firstParts, joinKey } from '../../core/text/key.ts';
import type { BookedBalance } from '../ports.ts';
import { accountKey } from './accountKey.ts';
import type { CompanyShares } from './companyShares.ts';
import { openingAmounts } from './takenOverOf.ts';
import type { Inputs, WorkedLayer } from './targetLayers.ts';
import { bookedAmounts } from './toBook.ts';

/** Target − booked of what is recognised, company by company in order. */
export type BorneDifferences = readonly { readonly company: string; readonly found: readonly Difference[] }[];

/** What was recognised, and what is cause by cause, by one key of company and account. Units: minor. */
export type Recognised = {
  readonly before: ReadonlyMap<string, bigint>;
  readonly layers: readonly Layer[];
  /** What stands behind the layers of what is earned. */
  readonly worked: readonly WorkedLayer[];
};

export type Recognising = {
  readonly before: Inputs | undefined;
  readonly now: Inputs;
  readonly layers: readonly WorkedLayer[];
  /** What the books should take for each account, all companies together. Units: minor. */
  readonly targets: ReadonlyMap<string, bigint>;
};

/** Amounts by account, then by company. Units: minor. */
export type Borne = ReadonlyMap<string, ByCompany>;

/** What each company should have recognised of each account. */
export function borneTargets({ layers, targets }: Recognising, shares: CompanyShares): Borne {
  const last = layers.at(-1);
  if (last === undefined) throw new Error('Fault: nothing was calculated');
  return new Map([...targets].map(([account, minor]) => [account, splitIn(last, shares, account, minor)]));
}

/**
 * What there is to book of what is recognised, by account and by the company that bears it. Each cause
 * is split by the lines that it has seen. Source: rulings R20.
 */
export function borneDifferences({ layers, before }: Recognised): BorneDifferences {
  const found = differences(layers, before);
  const companies = [...Map.groupBy(found, ({ key }) => companyIn(key))].sort(([a], [b]) =>
    compareTexts(a, b),
  );
  return companies.map(([company, own]) => ({
    company,
    found: own.map((difference) => ({ ...difference, key: accountIn(difference.key) })),
  }));
}

/** The layers of what is recognised; accounts on which no company has a difference are not looked into, but for `all`. */
export function recognisedIn(
  recognising: Recognising,
  wanted: Borne,
  shares: CompanyShares,
  { balances, all }: { readonly balances: readonly BookedBalance[]; readonly all: boolean },
): Recognised {
  const booked = recognisedBy(recognising.now, balances);
  const [before, after] = [flat(booked), flat(wanted)];
  const changed = [...new Set([...before.keys(), ...after.keys()])].filter(
    (key) => all || (before.get(key) ?? 0n) !== (after.get(key) ?? 0n),
  );
  const accounts = new Set(changed.map(accountIn));
  const layers = borneLayers(recognising, shares, accounts, [...before.keys(), ...after.keys()]);
  const earned = earnedBefore(recognising, shares, accounts, balances);
  const recognised = only(before, accounts);
  return {
    before: recognised,
    layers: recognisedLayers(layers, only(after, accounts), { earned, recognised }),
    worked: recognising.layers,
  };
}

/** A key of company and account, taken apart. */
export function placeIn(key: string): { readonly company: string; readonly account: string } {
  return { company: companyIn(key), account: accountIn(key) };
}

/** What counts as recognised by each company, account by account: what was opened with is of whom settles. */
export function recognisedBy(
  { agreement: { company }, takenOver }: Pick<Inputs, 'agreement' | 'takenOver'>,
  balances: readonly BookedBalance[],
): Borne {
  const booked = new Map<string, Map<string, bigint>>();
  const add = (key: string, of: string, minor: bigint) => {
    const own = booked.get(key) ?? new Map<string, bigint>();
    booked.set(key, own.set(of, (own.get(of) ?? 0n) + minor));
  };
  for (const [key, minor] of openingAmounts(takenOver, 'recognised')) add(key, company, minor);
  for (const { account, minor } of balances) {
    if (account.kind === 'recognised') add(accountKey(account), account.company, minor);
  }
  return booked;
}

function borneLayers(
  { before, now, layers }: Recognising,
  shares: CompanyShares,
  accounts: ReadonlySet<string>,
  keys: readonly string[],
): Layer[] {
  const borne = layers.map((layer): Layer => {
    const own = [...accounts].flatMap((account) => {
      const minor = layer.targets.get(account);
      return minor === undefined ? [] : [[account, splitIn(layer, shares, account, minor)] as const];
    });
    return { cause: layer.cause, targets: flat(new Map(own)) };
  });
  if (before !== undefined) return borne;
  const openings = openingAmounts(now.takenOver);
  const opened = keys.filter((key) => accounts.has(accountIn(key)) && openings.has(accountIn(key)));
  const openingOf = (key: string) =>
    companyIn(key) === now.agreement.company ? (openings.get(accountIn(key)) ?? 0n) : 0n;
  return openedLayers(borne, new Map(opened.map((key) => [key, openingOf(key)])));
}

/** What is booked as earned, as the lines of the run before split it; what was opened with is of whom settles. */
function earnedBefore(
  { before, now, layers }: Recognising,
  shares: CompanyShares,
  accounts: ReadonlySet<string>,
  balances: readonly BookedBalance[],
): ReadonlyMap<string, bigint> {
  const earned = [...bookedAmounts(now, balances)].filter(([account]) => accounts.has(account));
  const first = before === undefined ? undefined : layers[0];
  const split = (account: string, minor: bigint): ByCompany =>
    first === undefined ? new Map([[now.agreement.company, minor]]) : splitIn(first, shares, account, minor);
  return flat(new Map(earned.map(([account, minor]) => [account, split(account, minor)])));
}

/** By the lines that a layer has seen; what it has no lines of is borne by whom its terms name. */
function splitIn(
  { agreement, worked }: WorkedLayer,
  shares: CompanyShares,
  account: string,
  minor: bigint,
): ByCompany {
  const behind = worked.get(account);
  return behind === undefined ? new Map([[agreement.bearsTheRest, minor]]) : shares.of(behind, minor);
}

/** By one key of company and account. */
function flat(borne: Borne): Map<string, bigint> {
  return new Map(
    [...borne].flatMap(([account, own]) =>
      [...own].map(([company, minor]) => [joinKey(company, account), minor] as const),
    ),
  );
}

function only(amounts: ReadonlyMap<string, bigint>, accounts: ReadonlySet<string>): Map<string, bigint> {
  return new Map([...amounts].filter(([key]) => accounts.has(accountIn(key))));
}

function companyIn(key: string): string {
  return firstParts(key, 1);
}

function accountIn(key: string): string {
  return key.slice(companyIn(key).length + 1);
}

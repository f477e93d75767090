import type { ByCompany } from '../accrual/borneBy.ts';
import { allocate } from '../money/allocate.ts';

/** How the accruals of our companies stand on one account. Units: minor, in the direction of the agreement. */
export type Accruals = {
  /** Which company settles. */
  readonly settling: string;
  /** What each has recognised. */
  readonly borne: ByCompany;
  /** What of it was not settled before. */
  readonly open: ByCompany;
};

/**
 * What each company has open after so much more is settled: everybody in proportion to what was open, and
 * nobody anything where nothing is open on the whole. What is settled beyond that is the settling company's
 * to claim back. What is taken back is open again in proportion to what was settled of each.
 * Shape: sums to what was open less what is settled. Source: rulings R1, R20.
 */
export function stillOpen({ settling, borne, open }: Accruals, settled: bigint): ByCompany {
  const before = sumOf(open);
  const taken = isOneWay(settled, before) ? nearer(settled, before) : 0n;
  const stays = dealt(before - taken, open);
  const rest = settled - taken;
  if (rest === 0n) return stays;
  const done = new Map([...borne].map(([company, minor]) => [company, minor - (stays.get(company) ?? 0n)]));
  const all = sumOf(done);
  if (all === 0n || isOneWay(rest, all)) return plus(stays, new Map([[settling, -rest]]));
  return plus(stays, dealt(-rest, done));
}

export function sumOf(amounts: ByCompany): bigint {
  return [...amounts.values()].reduce((sum, minor) => sum + minor, 0n);
}

function isOneWay(a: bigint, b: bigint): boolean {
  return a > 0n ? b > 0n : a < 0n && b < 0n;
}

function nearer(a: bigint, b: bigint): bigint {
  return a > 0n === a < b ? a : b;
}

/** Nothing for everybody where there is nothing to deal out. */
function dealt(minor: bigint, weights: ByCompany): ByCompany {
  if (minor === sumOf(weights) && minor !== 0n) return weights;
  const companies = [...weights].map(([key, weight]) => ({ key, weight }));
  const parts = minor === 0n ? undefined : allocate(minor, companies);
  return new Map(companies.map(({ key }, index) => [key, parts?.[index] ?? 0n]));
}

function plus(amounts: ByCompany, more: ByCompany): ByCompany {
  const companies = new Set([...amounts.keys(), ...more.keys()]);
  return new Map([...companies].map((code) => [code, (amounts.get(code) ?? 0n) + (more.get(code) ?? 0n)]));
}

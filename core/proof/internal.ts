import type { Line } from '../fact/line.ts';
import type { Master, MasterRecord } from '../master/master.ts';
import type { Json } from '../text/canonicalJson.ts';

/**
 * Names of what is ours alone: cost, margin, stock, budget, risk and notes, also as one part of a
 * longer name such as `price.cost`. Source: rulings R18.
 */
const INTERNAL = /(?:^|\.)(?:cost|margin|stock|budget|risk|notes?|internal)(?:\.|$)/i;

export function isInternal(name: string): boolean {
  return INTERNAL.test(name);
}

/** What a term looks at that is internal. */
export type InternalRead = { readonly term: string; readonly internal: string };

/**
 * Where the terms of an agreement (as in its file) look at what is internal: a margin, a price at
 * cost, a condition on an internal attribute. Such a term cannot be computed without it.
 */
export function internalReads(agreement: Json): InternalRead[] {
  const { terms, ...head } = agreement as { readonly terms: readonly Json[]; readonly [key: string]: Json };
  return terms.flatMap((term) => {
    const found = new Set([...readsOf(head), ...readsOf(term)]);
    const { id } = term as { readonly id: string };
    return [...found].map((internal) => ({ term: id, internal }));
  });
}

function readsOf(value: Json): string[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(readsOf);
  const own = value as { readonly [key: string]: Json };
  const named = [own.attribute, own.by, own.source === 'product' ? `price.${own.name}` : undefined];
  return [
    ...(own.of === 'value' && own.basis === 'margin' ? ['margin'] : []),
    ...(own.source === 'cost' ? ['cost'] : []),
    ...named.filter((name): name is string => typeof name === 'string' && isInternal(name)),
    ...Object.values(own).flatMap(readsOf),
  ];
}

/** A line as its document says it. */
export function withoutInternal({ unitCost: _, ...line }: Line): Line {
  return { ...line, attributes: publicAttributes(line.attributes) };
}

/** Master data without internal attributes. */
export function publicMaster({ partners, products, categories, ...others }: Master): Master {
  return {
    partners: publicRecords(partners),
    products: publicRecords(products),
    categories: publicRecords(categories),
    rates: publicRecords(others.rates),
    prices: new Map([...others.prices].filter(([code]) => !isInternal(listOf(code)))),
    ownDocuments: publicRecords(others.ownDocuments),
  };
}

/** The list of a price: what stands before the product in its code. */
function listOf(code: string): string {
  return code.slice(0, code.indexOf('/'));
}

function publicRecords(records: ReadonlyMap<string, MasterRecord>): ReadonlyMap<string, MasterRecord> {
  return new Map(
    [...records].map(([code, record]) => [
      code,
      {
        code,
        versions: record.versions.map((version) => ({
          ...version,
          attributes: publicAttributes(version.attributes),
        })),
      },
    ]),
  );
}

function publicAttributes(attributes: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(attributes).filter(([name]) => !isInternal(name)));
}

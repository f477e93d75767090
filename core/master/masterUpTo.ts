import { type Master, type MasterRecord, type MasterVersion, UNIT_PREFIX, versionOn } from './master.ts';

/** The causes of a difference that come out of master data, in their order (rulings R11). */
export type MasterCause = 'masterData' | 'units' | 'exchangeRates';

/**
 * Master data with the changes up to a cause taken in: names, attributes and trees first, then unit
 * factors, then exchange rates. Up to the last cause it is `now`.
 */
export function masterUpTo(cause: MasterCause, before: Master, now: Master): Master {
  if (cause === 'exchangeRates') return now;
  if (cause === 'units') return { ...now, rates: before.rates };
  const products = [...now.products].map(
    ([code, record]) => [code, withUnitsOf(record, before.products.get(code))] as const,
  );
  return { ...now, products: new Map(products), rates: before.rates };
}

/** A product with its own attributes now and the unit factors that it had before. */
function withUnitsOf(now: MasterRecord, before: MasterRecord | undefined): MasterRecord {
  const records = before === undefined ? [now] : [now, before];
  const starts = new Set(records.flatMap(({ versions }) => versions.map(({ validFrom }) => validFrom)));
  const versions = [...starts].map((validFrom): MasterVersion => {
    const day = validFrom ?? Number.NEGATIVE_INFINITY;
    const own = versionOn(now, day);
    const units = before === undefined ? {} : versionOn(before, day).attributes;
    const attributes = { ...without(own.attributes, isUnit), ...without(units, (name) => !isUnit(name)) };
    return { name: own.name, attributes, ...(validFrom !== undefined && { validFrom }) };
  });
  return { code: now.code, versions };
}

function isUnit(name: string): boolean {
  return name.startsWith(UNIT_PREFIX);
}

function without(
  attributes: Readonly<Record<string, string>>,
  isLeftOut: (name: string) => boolean,
): Record<string, string> {
  return Object.fromEntries(Object.entries(attributes).filter(([name]) => !isLeftOut(name)));
}

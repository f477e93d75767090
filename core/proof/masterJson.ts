import { formatDate } from '../calendar/localDate.ts';
import type { Master, MasterRecord } from '../master/master.ts';
import type { Json } from '../text/canonicalJson.ts';

/** Master data as a master file has it, in order of codes and days. */
export function masterJson(master: Master): Json {
  return {
    partners: recordsJson(master.partners),
    products: recordsJson(master.products),
    categories: recordsJson(master.categories),
    rates: recordsJson(master.rates),
    ...unlessEmpty('prices', master.prices),
    ...unlessEmpty('ownDocuments', master.ownDocuments),
  };
}

/** What few have is left out where there is none. */
function unlessEmpty(name: string, records: ReadonlyMap<string, MasterRecord>): Record<string, Json> {
  return records.size === 0 ? {} : { [name]: recordsJson(records) };
}

function recordsJson(records: ReadonlyMap<string, MasterRecord>): Json {
  const inOrder = [...records.values()].sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));
  return inOrder.flatMap(({ code, versions }) =>
    versions
      .toSorted((a, b) => compareDays(a.validFrom, b.validFrom))
      .map(({ name, validFrom, attributes }) => ({
        code,
        name,
        ...(validFrom !== undefined && { validFrom: formatDate(validFrom) }),
        attributes,
      })),
  );
}

/** What holds since ever comes first. */
function compareDays(a: number = Number.NEGATIVE_INFINITY, b: number = Number.NEGATIVE_INFINITY): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

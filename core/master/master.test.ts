import { describe, expect, it } from 'vitest';
import { dayOf } from '../../test/support/trade.ts';
import { attributeText, currentVersion, type MasterRecord, type MasterVersion, versionOn } from './master.ts';

function version(name: string, validFrom?: string): MasterVersion {
  return { name, attributes: {}, ...(validFrom && { validFrom: dayOf(validFrom) }) };
}

const VERSIONS = [
  version('old', '2024-01-01'),
  version('new', '2025-06-01'),
  version('newest', '2026-01-01'),
];
const ORDERS = [
  [0, 1, 2],
  [2, 1, 0],
  [1, 0, 2],
  [1, 2, 0],
];

describe('the version of a partner or product', () => {
  it.each(ORDERS)('in force on a day, given in the order %i %i %i', (...order) => {
    const record: MasterRecord = { code: 'P1', versions: order.map((i) => VERSIONS[i] as MasterVersion) };
    const days = ['2025-05-31', '2025-06-01', '2025-12-31', '2026-01-01', '9999-12-31'];
    const names = days.map((day) => versionOn(record, dayOf(day)).name);
    expect(names).toEqual(['old', 'new', 'new', 'newest', 'newest']);
    expect(currentVersion(record).name).toBe('newest');
  });

  it('before the first one is the first one', () => {
    const record: MasterRecord = { code: 'P1', versions: VERSIONS.toReversed() };
    expect(versionOn(record, dayOf('2023-12-31')).name).toBe('old');
  });

  it('without a day is there since ever', () => {
    const record: MasterRecord = { code: 'P1', versions: [version('new', '2025-06-01'), version('ever')] };
    const names = ['0001-01-01', '2025-05-31', '2025-06-01'].map((day) => versionOn(record, dayOf(day)).name);
    expect(names).toEqual(['ever', 'ever', 'new']);
    expect(currentVersion({ code: 'P1', versions: [version('ever')] }).name).toBe('ever');
  });
});

it('an attribute is what somebody has said, and not empty', () => {
  const attributes = { country: 'DE', region: '' };
  const read = ['country', 'region', 'city', 'constructor', '__proto__'].map((name) =>
    attributeText(attributes, name),
  );
  expect(read).toEqual(['DE', undefined, undefined, undefined, undefined]);
});

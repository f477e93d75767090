import fc from 'fast-check';
import { expect, it } from 'vitest';
import { attributeVersions } from './attributeVersions.ts';
import { type MasterRecord, versionOn } from './master.ts';

const DAYS = fc.integer({ min: 0, max: 12 });
const records = fc
  .uniqueArray(fc.tuple(fc.option(DAYS), fc.constantFrom('A', 'B', '')), {
    minLength: 1,
    maxLength: 5,
    selector: ([day]) => day,
  })
  .map(
    (versions): MasterRecord => ({
      code: 'X',
      versions: versions.map(([day, parent], at) => ({
        ...(day !== null && { validFrom: day }),
        name: `name ${at}`,
        attributes: { parent, city: `city ${at}` },
      })),
    }),
  );

it('says it on each day of the time, the same as before on every other one, and nothing else anew', () => {
  fc.assert(
    fc.property(records, fc.option(DAYS), fc.option(DAYS), (record, from, until) => {
      fc.pre(until === null || from === null || from <= until);
      const written = attributeVersions(record, {
        ...{ attribute: 'parent', value: 'NEW' },
        ...(from !== null && { from }),
        ...(until !== null && { until }),
      });
      const days = new Set(written.map(({ validFrom }) => validFrom));
      expect(days.size).toBe(written.length);
      const others = record.versions.filter(({ validFrom }) => !days.has(validFrom));
      const moved = { code: 'X', versions: [...others, ...written] };
      // What is older than the first version is described by it: only a beginning in that time says anything of it.
      const isKnownOn = (day: number) =>
        record.versions.some(({ validFrom = Number.NEGATIVE_INFINITY }) => validFrom <= day);
      for (let day = 0; day <= 14; day += 1) {
        const isWithin = day >= (from ?? 0) && day <= (until ?? 14);
        const [before, after] = [versionOn(record, day), versionOn(moved, day)];
        if (isWithin) expect(after.attributes.parent).toBe('NEW');
        else if (isKnownOn(day)) expect(after.attributes.parent).toBe(before.attributes.parent);
        if (isWithin || isKnownOn(day)) expect(after.attributes.city).toBe(before.attributes.city);
      }
    }),
    { seed: 20_261_130 },
  );
});

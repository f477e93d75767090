import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf, lineOf } from '../../test/support/trade.ts';
import type { Condition } from '../agreement/agreement.ts';
import { formatDate } from '../calendar/localDate.ts';
import type { Window } from '../calendar/window.ts';
import { type Master, type MasterRecord, type MasterVersion, NO_MASTER } from '../master/master.ts';
import { type Conditions, isMember, type Member, memberDays } from './memberDays.ts';
import { meets } from './readAttribute.ts';

function version(validFrom: string, attributes: Record<string, string>): MasterVersion {
  return { name: '', attributes, ...(validFrom !== '' && { validFrom: dayOf(validFrom) }) };
}

function recordsOf(versions: Record<string, readonly MasterVersion[]>): ReadonlyMap<string, MasterRecord> {
  return new Map(Object.entries(versions).map(([code, list]) => [code, { code, versions: list }]));
}

const MASTER: Master = {
  ...NO_MASTER,
  partners: recordsOf({
    MILLER: [version('', { country: 'DE' }), version('2026-03-01', { country: 'FR', parent: 'HOLDING' })],
    HOLDING: [version('', {}), version('2026-06-01', { parent: 'GROUP' }), version('2026-09-01', {})],
    LATE: [version('2026-05-01', { country: 'DE' })],
  }),
  products: recordsOf({
    GREEN: [version('', { category: 'greenTea' })],
    MOVED: [version('', { category: 'coffee' }), version('2026-02-01', { category: 'greenTea' })],
  }),
  categories: recordsOf({
    greenTea: [version('', { parent: 'tea' })],
    tea: [version('', { parent: 'drinks' }), version('2026-07-01', {})],
    drinks: [version('', { parent: 'tea' })],
  }),
};

function windowText({ from, until }: Window): string {
  const day = (at: number) => (Number.isFinite(at) ? formatDate(at) : '');
  return `${day(from)}..${day(until)}`;
}

/** "MILLER ..2026-03-01" for each code that is ever a member, then whether all others are. */
function written(member: Member, include: readonly Condition[], exclude: readonly Condition[] = []): string {
  const { days, others } = memberDays(member, { include, exclude }, MASTER);
  const texts = [...days].filter(([, windows]) => windows.length > 0);
  return [...texts.map(([code, windows]) => `${code} ${windows.map(windowText).join(' ')}`), others].join(
    ', ',
  );
}

describe('the days of a member', () => {
  it.each([
    ['partner', [], 'MILLER .., HOLDING .., LATE .., true'],
    ['partner', [{ attribute: 'partner.country', in: ['DE'] }], 'MILLER ..2026-03-01, LATE .., false'],
    ['partner', [{ attribute: 'partner.country', notIn: ['DE'] }], 'MILLER 2026-03-01.., HOLDING .., true'],
    ['partner', [{ attribute: 'partner.code', in: ['LATE', 'NEW'] }], 'LATE .., NEW .., false'],
    ['partner', [{ attribute: 'partner.code', notIn: ['LATE', 'NEW'] }], 'MILLER .., HOLDING .., true'],
    [
      'partner',
      [{ attribute: 'partner.code', under: ['GROUP'] }],
      'MILLER 2026-06-01..2026-09-01, HOLDING 2026-06-01..2026-09-01, GROUP .., false',
    ],
    ['partner', [{ attribute: 'product.category', in: ['coffee'] }], 'MILLER .., HOLDING .., LATE .., true'],
    ['product', [{ attribute: 'product.category', under: ['tea'] }], 'GREEN .., MOVED 2026-02-01.., false'],
    [
      'product',
      [{ attribute: 'product.category', under: ['drinks'] }],
      'GREEN ..2026-07-01, MOVED 2026-02-01..2026-07-01, false',
    ],
  ] as const)('%s %j', (member, include, expected) => {
    expect(written(member, include)).toBe(expected);
  });

  it('end where one of several conditions does, and where an exclusion begins', () => {
    const german: Condition = { attribute: 'partner.country', in: ['DE', 'FR'] };
    expect(written('partner', [german], [{ attribute: 'partner.code', under: ['GROUP'] }])).toBe(
      'MILLER ..2026-06-01 2026-09-01.., LATE .., false',
    );
    expect(written('partner', [], [{ attribute: 'partner.country', notIn: ['DE'] }])).toBe(
      'MILLER ..2026-03-01, LATE .., false',
    );
  });

  it('are asked for on a day, or as they stand now', () => {
    const conditions = { include: [{ attribute: 'partner.country', in: ['FR'] }], exclude: [] };
    const members = memberDays('partner', conditions, MASTER);
    expect(isMember(members, 'MILLER', dayOf('2026-02-28'))).toBe(false);
    expect(isMember(members, 'MILLER', dayOf('2026-03-01'))).toBe(true);
    expect(isMember(members, 'MILLER', undefined)).toBe(true);
    expect(isMember(members, 'NEW', undefined)).toBe(false);
  });
});

const codes = fc.constantFrom('A', 'B', 'C', 'D');
const days = fc.integer({ min: 20_000, max: 20_006 });
const records = fc
  .uniqueArray(
    fc.record({
      code: codes,
      versions: fc.uniqueArray(
        fc.record({
          validFrom: fc.option(days, { nil: undefined }),
          group: fc.option(codes, { nil: '' }),
          parent: fc.option(codes, { nil: undefined }),
        }),
        { minLength: 1, maxLength: 3, selector: ({ validFrom }) => validFrom },
      ),
    }),
    { selector: ({ code }) => code, maxLength: 3 },
  )
  .map(
    (list) => new Map(list.map(({ code, versions }) => [code, { code, versions: versions.map(versionOf) }])),
  );
const masters = fc
  .record({ partners: records, products: records, categories: records })
  .map((kinds): Master => ({ ...NO_MASTER, ...kinds }));
const lists = fc.subarray(['A', 'B', 'C', 'D'], { minLength: 1, maxLength: 2 });
const conditions: fc.Arbitrary<Condition[]> = fc.array(
  fc
    .record({
      attribute: fc.constantFrom(
        'partner.code',
        'partner.group',
        'product.code',
        'product.group',
        'line.group',
      ),
      test: fc.constantFrom('in', 'notIn', 'under'),
      values: lists,
    })
    .map(({ attribute, test, values }) => ({ attribute, [test]: values }) as unknown as Condition),
  { maxLength: 3 },
);

function versionOf({
  validFrom,
  group,
  parent,
}: {
  validFrom: number | undefined;
  group: string;
  parent: string | undefined;
}) {
  return {
    name: '',
    attributes: { group, ...(parent !== undefined && { parent }) },
    ...(validFrom !== undefined && { validFrom }),
  };
}

describe('the law of members', () => {
  it('they are the partners and products whose lines meet the conditions, on each day and as of now', () => {
    const answers = { true: 0, false: 0 };
    fc.assert(
      fc.property(masters, conditions, conditions, (master, include, exclude) => {
        for (const member of ['partner', 'product'] as const) {
          const asked: Conditions = {
            include: onMember(include, member),
            exclude: onMember(exclude, member),
          };
          const members = memberDays(member, { include, exclude }, master);
          for (const code of ['A', 'B', 'C', 'D', 'E']) {
            for (const day of [
              19_999,
              20_000,
              20_001,
              20_002,
              20_003,
              20_004,
              20_005,
              20_006,
              20_007,
              undefined,
            ]) {
              const place = { line: lineOf({ [member]: code }), day, master, isOriginal: false };
              const isMet =
                asked.include.every((condition) => meets(condition, place)) &&
                !asked.exclude.some((condition) => meets(condition, place));
              expect(isMember(members, code, day)).toBe(isMet);
              answers[`${isMet}`] += 1;
            }
          }
        }
      }),
      { numRuns: 300, seed: 20_261_124 },
    );
    expect(Math.min(answers.true, answers.false)).toBeGreaterThan(5000);
  });
});

function onMember(list: readonly Condition[], member: Member): Condition[] {
  return list.filter(({ attribute }) => attribute.startsWith(`${member}.`));
}

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../support/docs/pageBlocks.ts';

// What the pages about security say is shown by a test is shown by one that there is.

const PAGES = [
  'docs/guides/threat-model.md',
  'docs/guides/run-book.md',
  'docs/reference/asvs.md',
  'SECURITY.md',
];
const read = (page: string) => readFileSync(join(ROOT, page), 'utf8');
const FILE = /`((?:adapters|app|core|docs|engine|main|test|web|verifier)\/[\w./-]+)`/g;

describe.each(PAGES)('%s', (page) => {
  it('names files that there are', () => {
    const named = [...read(page).matchAll(FILE)].map(([, file]) => file as string);
    expect(named.filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
  });
});

describe('docs/guides/threat-model.md', () => {
  it('shows every answer by a test', () => {
    const rows = read('docs/guides/threat-model.md')
      .split('\n')
      .filter((line) => /^\| [STRIDE] +\|/.test(line));
    expect(rows.length).toBeGreaterThan(30);
    expect(rows.filter((row) => !/`[\w./-]*(?:\.test\.ts|test\/scenarios\/intake)`/.test(row))).toEqual([]);
  });
});

/** How many requirements of levels 1 and 2 each chapter of version 5.0.0 has, from V1 on. */
const CHAPTERS = [27, 11, 19, 10, 9, 35, 18, 7, 7, 29, 14, 9, 13, 9, 13, 16, 7];

describe('docs/reference/asvs.md', () => {
  const page = read('docs/reference/asvs.md');
  const rows = [
    ...page.matchAll(/^\| (\d+\.\d+\.\d+) +\| ([12]) +\| ([^|]+) \| ([^|]+) \| ([^|]*) \|$/gm),
  ].map(([, id = '', level = '', , state = '', by = '']) => ({ id, level, state: state.trim(), by }));

  it('has each requirement of levels 1 and 2 once, in order', () => {
    const ids = rows.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const order = (id: string) => id.split('.').reduce((sum, part) => sum * 1000 + Number(part), 0);
    expect(ids).toEqual(ids.toSorted((one, other) => order(one) - order(other)));
    // As many as version 5.0.0 has, in each of its chapters.
    const of = (level: string) => rows.filter((row) => row.level === level).length;
    expect([of('1'), of('2')]).toEqual([70, 183]);
    const chapters = Object.groupBy(rows, ({ id }) => id.split('.')[0] as string);
    expect(Object.values(chapters).map((one) => one?.length)).toEqual(CHAPTERS);
  });

  it('shows what it says is shown, gives reasons for the rest, and counts right', () => {
    const unshown = rows.filter(({ state, by }) => state === 'shown' && !by.includes('.test.ts`'));
    expect(unshown).toEqual([]);
    expect(
      rows.filter(({ state, by }) => state !== 'shown' && (by.length < 8 || by.includes('`test/'))),
    ).toEqual([]);
    for (const level of ['1', '2']) {
      const counts = ['shown', 'n/a', 'missing'].map(
        (state) => rows.filter((row) => row.level === level && row.state === state).length,
      );
      const said = new RegExp(`^\\| ${level} +\\| (\\d+) +\\| (\\d+) +\\| (\\d+) +\\|$`, 'm')
        .exec(page)
        ?.slice(1);
      expect([level, said?.map(Number)]).toEqual([level, counts]);
    }
  });

  it('has three tests for each of the API Top 10', () => {
    const risks = [...page.matchAll(/^\| API(\d+) [^|]*\| ([^|]+) \|$/gm)];
    expect(risks.map(([, number]) => Number(number))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    for (const [, , tests = ''] of risks)
      expect(new Set(tests.match(/`[\w./-]+\.test\.ts`/g)).size).toBeGreaterThanOrEqual(3);
  });
});

import { describe, expect, test } from 'vitest';
import { coreReadmes } from './coreReadmes.ts';
import { fileLengths } from './fileLengths.ts';
import { fileNames, rootFiles, unfinishedNotes } from './fileNames.ts';
import type { HouseFile } from './houseFiles.ts';
import { migrations } from './migrations.ts';
import { outsidePlaces } from './outsidePlaces.ts';
import { sharedTests } from './sharedTests.ts';
import { testHonesty } from './testHonesty.ts';
import { scriptEntries, unusedFiles } from './unusedFiles.ts';

function empty(...paths: readonly string[]): HouseFile[] {
  return paths.map((path) => ({ path, text: '' }));
}

describe('file names', () => {
  test.each(['utils', 'dateUtils', 'importHelper', 'fileManager', 'errorHandler', 'data', 'common', 'index'])(
    '%s says nothing',
    (name) => {
      expect(fileNames(empty(`core/a/${name}.ts`)).faults).toEqual([
        `core/a/${name}.ts: "${name}" says nothing`,
      ]);
    },
  );
  test.each(['masterData', 'informationField', 'processing', 'allocate', 'indexColumns'])(
    '%s is a name',
    (name) => {
      expect(fileNames(empty(`core/a/${name}.test.ts`)).faults).toEqual([]);
    },
  );
});

describe('files in the root', () => {
  test('one that a command was told to write is a fault', () => {
    const { faults } = rootFiles(empty('1', '1.manifest.json', 'README.md', '.npmrc', 'core/0.ts'));
    expect(faults.map((fault) => fault.split(':')[0])).toEqual(['1', '1.manifest.json']);
  });
});

describe('unfinished notes', () => {
  const marks = ['TO', 'FIX'].map((start, index) => start + (['DO', 'ME'][index] as string));
  test.each(marks)('%s is a fault', (mark) => {
    expect(unfinishedNotes([{ path: 'a.md', text: `fine\nsee ${mark}: later` }]).faults).toEqual([
      'a.md: line 2, unfinished',
    ]);
  });
});

describe('files that nothing needs', () => {
  const files: HouseFile[] = [
    { path: 'bin/start.mjs', text: "import '../main/run.ts';" },
    { path: 'main/run.ts', text: "import '../core/a/used.ts';" },
    { path: 'core/a/used.ts', text: '' },
    { path: 'core/a/used.test.ts', text: "import './used.ts'; import '../../test/support/oracle.ts';" },
    { path: 'test/support/oracle.ts', text: '' },
  ];
  const entries = { 'bin/start.mjs': 'the command' };

  test('all are needed', () => {
    expect(unusedFiles(files, entries)).toEqual({ seen: 5, faults: [] });
  });
  test('a file that only its test imports is a fault', () => {
    const more = [
      { path: 'core/a/idle.ts', text: '' },
      { path: 'core/a/idle.test.ts', text: "import './idle.ts';" },
    ];
    expect(unusedFiles([...files, ...more], entries).faults).toEqual(['core/a/idle.ts: nothing needs it']);
  });
  test('a support file that no test imports is a fault', () => {
    const faults = unusedFiles([...files, ...empty('test/support/old.ts')], entries).faults;
    expect(faults).toEqual(['test/support/old.ts: nothing needs it']);
  });
  test('npm scripts name entry points', () => {
    const scripts = { test: 'node bin/run.mjs test/all.ts check', golden: 'node node_modules/x/x.mjs -u' };
    expect(Object.keys(scriptEntries(scripts))).toEqual(['bin/run.mjs', 'test/all.ts']);
  });
  test('an entry point that is gone is a fault', () => {
    const faults = unusedFiles(files, { ...entries, 'bin/old.mjs': 'gone' }).faults;
    expect(faults).toEqual(['bin/old.mjs: an entry point that does not exist']);
  });
});

describe('lengths of files', () => {
  test('the distribution is that of the product, without tests', () => {
    const files = [1, 2, 3, 4, 500].map((lines, index) => ({
      path: `core/a/x${index}.ts`,
      text: 'x\n'.repeat(lines),
    }));
    const tests = [{ path: 'core/a/x.test.ts', text: 'x\n'.repeat(900) }];
    expect(fileLengths([...files, ...tests])).toEqual({
      files: 5,
      median: 3,
      p95: 4,
      longest: 'core/a/x4.ts',
      max: 500,
    });
  });
});

describe('READMEs of core', () => {
  test('a room without one is a fault, and so is one that the list still forgives', () => {
    const files = empty('core/told/README.md', 'core/late/README.md');
    expect(coreReadmes(files, ['told', 'late', 'mute', 'open'], ['late', 'open']).faults).toEqual([
      'core/late has a README.md now: shrink the list',
      'core/mute has no README.md',
    ]);
  });
});

describe('honest tests', () => {
  test.each([
    ["test.only('x', () => {});", '.only leaves the other tests out'],
    ["describe.skip('x', () => {});", '.skip without a reason above'],
    ["test.skipIf(true)('x', () => {});", '.skipIf without a reason above'],
    ["it.concurrent.only('x', () => {});", '.only leaves the other tests out'],
  ])('%s is a fault', (text, fault) => {
    expect(testHonesty([{ path: 'a.test.ts', text: `\n${text}` }]).faults).toEqual([
      `a.test.ts: line 2, ${fault}`,
    ]);
  });
  test('a skipped test with a reason is fine', () => {
    const text = "// PostgreSQL 15 is not on every machine.\ntest.skipIf(true)('x', () => {});";
    expect(testHonesty([{ path: 'a.test.ts', text }]).faults).toEqual([]);
  });
});

describe('tests that share a process', () => {
  const faultsOf = (path: string, text: string) =>
    sharedTests([{ path, text }], ['core/**/*.test.ts']).faults;
  test.each([
    "vi.mock('commander');",
    'process.chdir(home);',
    "process.env.LANG = 'C';",
    'delete process.env.LANG;',
  ])('%s is a fault', (text) => {
    expect(faultsOf('core/a/a.test.ts', text)).toEqual([
      'core/a/a.test.ts: line 1, changes a process that others share',
    ]);
    expect(faultsOf('test/start/a.test.ts', text)).toEqual([]);
  });
  test('to read what a process has is fine', () => {
    const text = "const deep = process.env.OPENREBATE_DEEP === '1'; const { LANG } = process.env;";
    expect(faultsOf('core/a/a.test.ts', text)).toEqual([]);
  });
});

describe('places outside', () => {
  const far = '/somewhere';
  test.each([
    ['docs/a.md', `see ${far}/else/file.md`],
    ['docs/a.md', `see \`${far}/else\``],
    ['test/a.ts', `read('${far}/else/x.csv')`],
    ['docs/a.md', `see ${'../'.repeat(2)}outer/x.md`],
    ['a.ts', `from '${'../'}outer/x.ts'`],
  ])('%s with %s is a fault', (path, text) => {
    expect(outsidePlaces([{ path, text }]).faults).toHaveLength(1);
  });
  test.each([
    ['docs/a.md', 'GET /api/v1/earnings, /tmp/x and 3/4 of a/b/c, https://example.org/some/where'],
    ['core/a/x.ts', "from '../b/y.ts' and '../../app/ports.ts'"],
  ])('%s with %s is fine', (path, text) => {
    expect(outsidePlaces([{ path, text }]).faults).toEqual([]);
  });
});

describe('migrations', () => {
  const folder = 'adapters/db/migrations';
  test('numbered in a row and without triggers', () => {
    expect(migrations(empty(`${folder}/0001_tenants.sql`, `${folder}/0002_lines.sql`))).toEqual({
      seen: 2,
      faults: [],
    });
  });
  test('a gap is a fault', () => {
    const faults = migrations(empty(`${folder}/0001_tenants.sql`, `${folder}/0003_lines.sql`)).faults;
    expect(faults).toEqual([`${folder}/0003_lines.sql: breaks the row of numbers at 0003`]);
  });
  test('another name is a fault', () => {
    expect(migrations(empty(`${folder}/lines.sql`)).faults).toHaveLength(1);
  });
  test('a trigger is a fault', () => {
    const text = 'CREATE OR REPLACE TRIGGER t AFTER INSERT ON x EXECUTE FUNCTION f();';
    expect(migrations([{ path: `${folder}/0001_x.sql`, text }]).faults).toEqual([
      `${folder}/0001_x.sql: has a trigger`,
    ]);
  });
  test.each([
    ['CREATE TABLE x (); GRANT SELECT ON x TO openrebate_app; -- drop nothing', 0],
    ['ALTER TABLE x ADD COLUMN y integer', 0],
    ['ALTER TABLE x DROP COLUMN y', 1],
    ['ALTER TABLE x ADD CONSTRAINT y CHECK (z > 0)', 1],
    ['UPDATE x SET y = 1', 1],
  ])('%s, said to leave older programs running', (sql, faults) => {
    const text = `-- Older programs go on.\n${sql};`;
    expect(migrations([{ path: `${folder}/0001_x.sql`, text }]).faults).toHaveLength(faults);
  });
});

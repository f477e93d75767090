import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { TESTS_SHARED } from './support/testsShared.ts';
import { compilerWalls } from './tidy/compilerWalls.ts';
import { coreReadmes } from './tidy/coreReadmes.ts';
import { coreRooms } from './tidy/coreRooms.ts';
import { deadCode, plantedDeadCode } from './tidy/deadCode.ts';
import { fileLengths } from './tidy/fileLengths.ts';
import { fileNames, rootFiles, unfinishedNotes } from './tidy/fileNames.ts';
import { forbiddenCode } from './tidy/forbiddenCode.ts';
import { isScript, readHouse } from './tidy/houseFiles.ts';
import type { Inspection } from './tidy/inspection.ts';
import { licences } from './tidy/licences.ts';
import { lintHouse, lintPlanted, PLANTED } from './tidy/linter.ts';
import { type Lockfile, lockfileRules } from './tidy/lockfile.ts';
import { migrations } from './tidy/migrations.ts';
import { noticePackages } from './tidy/notice.ts';
import { outsidePlaces } from './tidy/outsidePlaces.ts';
import { firstColumn, glossaryWords, pageLinks, sameNames } from './tidy/pages.ts';
import { runTool } from './tidy/plantedRooms.ts';
import { repetitions } from './tidy/repetitions.ts';
import { roomWalls } from './tidy/roomWalls.ts';
import { sharedTests } from './tidy/sharedTests.ts';
import { testHonesty } from './tidy/testHonesty.ts';
import { trackedLinks } from './tidy/trackedLinks.ts';
import { ENTRY_POINTS, scriptEntries, unusedFiles } from './tidy/unusedFiles.ts';

const root = join(import.meta.dirname, '..');
const house = readHouse(root);
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
const lock = JSON.parse(read('package-lock.json')) as Lockfile;
const tools = { timeout: 60_000 };

function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

/** No faults, among at least so many things looked at: a rule that sees nothing is broken. */
function expectTidy(inspection: Inspection, atLeast: number): void {
  expect(inspection.faults).toEqual([]);
  expect(inspection.seen).toBeGreaterThanOrEqual(atLeast);
}

describe('walls', () => {
  test('arrows between rooms go down, and every package has its room', () => {
    expectTidy(roomWalls(house), 50);
  });
  test('inside core only the pairs of the table', () => {
    expectTidy(coreRooms(house), 30);
  });
  test('no clock, chance, binary float or console where it has no place', () => {
    expectTidy(forbiddenCode(house), 80);
  });
  test('no text makes a regular expression try again and again', () => {
    expectTidy(repetitions(house), 150);
  });
  test('the compiler refuses what runs into a wall, and only that', tools, () => {
    const { refused, expected } = compilerWalls(root);
    expect(refused).toEqual(expected);
    expect(expected.length).toBeGreaterThanOrEqual(10);
  });
});

describe('names and files', () => {
  test('a file name says what the file holds', () => {
    expectTidy(fileNames(house), 80);
  });
  test('nothing lies in the root that a command left there', () => {
    expectTidy(rootFiles(house), 15);
  });
  test('every file is reached from an entry point or a test', () => {
    expectTidy(unusedFiles(house, { ...ENTRY_POINTS, ...scriptEntries(scripts) }), 80);
  });
  test('files stay short', () => {
    const lengths = fileLengths(house);
    expect(lengths.files).toBeGreaterThanOrEqual(50);
    expect(lengths.median, JSON.stringify(lengths)).toBeLessThanOrEqual(80);
    expect(lengths.p95, JSON.stringify(lengths)).toBeLessThanOrEqual(250);
  });
  test('every room of core has a README', () => {
    expectTidy(coreReadmes(house), 14);
  });
  test('no test runs alone or is passed over without a reason', () => {
    expectTidy(testHonesty(house), 20);
  });
  test('no test changes a process that it shares with others', () => {
    expectTidy(sharedTests(house, TESTS_SHARED), 150);
  });
  test('nothing is left unfinished in the code', () => {
    expectTidy(unfinishedNotes(house), 100);
  });
  test('nothing mentions a place outside the project', () => {
    expectTidy(outsidePlaces(house), 100);
  });
  test('git tracks no link, which would take the place of a folder elsewhere', () => {
    expectTidy(trackedLinks(root, house), 100);
  });
  test('migrations are numbered without a gap and have no triggers', () => {
    expectTidy(migrations(house), 1);
  });
});

describe('tools that looked', () => {
  test('the linter saw every script and found nothing', tools, () => {
    const { checked, faults } = lintHouse(root);
    expect(faults).toEqual([]);
    expect(checked).toBeGreaterThanOrEqual(house.filter((file) => isScript(file.path)).length);
  });
  test('the linter finds each planted fault', tools, () => {
    const found = lintPlanted(root);
    for (const [path, { rule }] of Object.entries(PLANTED)) expect(found).toContain(`${path} ${rule}`);
  });
  test('nothing is dead: files, exports, packages', tools, () => {
    expect(deadCode(root)).toEqual([]);
  });
  test('a planted unused file and export are found', tools, () => {
    const found = plantedDeadCode(root);
    expect(found).toContain('core/planted/unused.ts files core/planted/unused.ts');
    expect(found).toContain('core/planted/half.ts exports idle');
    expect(found.join()).not.toContain('needed');
  });
});

describe('packages', () => {
  test('the lockfile names no registry and holds every platform', () => {
    expectTidy(lockfileRules(lock), 200);
  });
  test('every package has a licence that we may use', () => {
    expectTidy(licences(lock, root), 200);
  });
  test('NOTICE names every package that is installed with the product', () => {
    expectTidy(noticePackages(read('NOTICE'), lock), 90);
  });
});

describe('pages', () => {
  test('links lead somewhere', () => {
    expectTidy(pageLinks(house), 10);
  });
  test('the README shows the two commands', () => {
    const commands = [...read('README.md').matchAll(/^npm .*$/gm)].map(([command]) => command);
    expect(commands).toEqual(['npm ci && npm start', 'npm ci && npm test']);
  });
  test('the README shows what the program prints', tools, () => {
    const readme = read('README.md');
    const command = /^node (bin.*)$/m.exec(readme)?.[1] ?? '';
    const example = /^HOLZ[^`]*/m.exec(readme)?.[0] ?? '';
    expect(example.split('\n').length).toBeGreaterThanOrEqual(9);
    const { output } = runTool(root, root, [process.execPath, ...command.split(' '), '--lang', 'en']);
    // The program keeps currency and amount on one line; a page need not.
    expect(output.replaceAll('\u00a0', ' ')).toContain(example);
  });
  test('DECISIONS weighs every library, and no other', () => {
    const { dependencies = {}, devDependencies = {}, optionalDependencies = {} } = lock.packages[''] ?? {};
    const real = Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies });
    expectTidy(sameNames(firstColumn(read('DECISIONS.md'), 'Libraries'), real, 'DECISIONS.md'), 15);
  });
  test('CONTRIBUTING explains every npm script, and no other', () => {
    expectTidy(
      sameNames(
        firstColumn(read('CONTRIBUTING.md'), 'The words of `npm run`'),
        Object.keys(scripts),
        'CONTRIBUTING.md',
      ),
      3,
    );
  });
  test('every word of the glossary stands in both languages and in the code', () => {
    expectTidy(glossaryWords(read('GLOSSARY.md'), house), 50);
  });
});

import { describe, expect, test } from 'vitest';
import { coreRooms } from './coreRooms.ts';
import { forbiddenCode } from './forbiddenCode.ts';
import type { HouseFile } from './houseFiles.ts';
import { importsOf } from './imports.ts';
import { roomWalls } from './roomWalls.ts';

function faultsOfRooms(path: string, text: string): readonly string[] {
  return roomWalls([{ path, text }]).faults;
}

describe('imports', () => {
  test('all kinds of imports are seen, those in comments and texts are not', () => {
    const text = `
      import a from './a.ts';
      import type { B } from '../b.ts';
      export { c } from './c.ts';
      const d = await import('./d.ts');
      type E = import('./e.ts').E;
      import '@scope/name/deep';
      // import f from './f.ts';
      const g = "import g from './g.ts'";
    `;
    const targets = importsOf({ path: 'core/x/x.ts', text }).map((entry) => entry.target);
    expect(targets.sort()).toEqual(
      ['@scope/name', 'core/b.ts', 'core/x/a.ts', 'core/x/c.ts', 'core/x/d.ts', 'core/x/e.ts'].sort(),
    );
  });
});

describe('rooms', () => {
  test.each([
    ['engine/a/x.ts', "import '../../app/y.ts';", 'engine/a/x.ts: engine may not import app'],
    ['app/x.ts', "import '../adapters/db/y.ts';", 'app/x.ts: app may not import adapters'],
    [
      'adapters/db/x.ts',
      "import '../http/y.ts';",
      'adapters/db/x.ts: adapter adapters/db may not import adapters/http',
    ],
    ['adapters/db/x.ts', "import '../../main/y.ts';", 'adapters/db/x.ts: adapters may not import main'],
    ['web/x.js', "import '../core/y.ts';", 'web/x.js: web may not import core'],
    ['core/a/x.ts', "import '../../test/y.ts';", 'core/a/x.ts: core may not import test'],
    ['core/a/x.ts', "import 'node:fs';", 'core/a/x.ts: core may not import node:fs'],
    ['app/x.ts', "import 'node:crypto';", 'app/x.ts: app may not import node:crypto'],
    ['main/x.ts', "import 'pg';", 'main/x.ts: may not import the package pg'],
    ['adapters/db/x.ts', "import 'left-pad';", 'adapters/db/x.ts: may not import the package left-pad'],
    ['scripts/x.ts', '', 'scripts/x.ts: lies in no room'],
  ])('%s with %s is a fault', (path, text, fault) => {
    expect(faultsOfRooms(path, text)).toEqual([fault]);
  });

  test.each([
    ['engine/a/x.ts', "import '../../core/b/y.ts';"],
    ['adapters/db/x.ts', "import './y.ts'; import 'pg'; import 'node:fs'; import '../../app/ports.ts';"],
    ['main/x.ts', "import '../adapters/db/y.ts'; import '../engine/a/x.ts';"],
    ['core/a/x.test.ts', "import 'vitest'; import '../../adapters/db/y.ts';"],
    ['vitest.config.ts', "import 'vitest/config';"],
  ])('%s with %s is fine', (path, text) => {
    expect(faultsOfRooms(path, text)).toEqual([]);
  });
});

describe('rooms of core', () => {
  const table = { low: [], high: ['low'] };
  const fine: HouseFile = { path: 'core/high/x.ts', text: "import '../low/y.ts'; import './z.ts';" };

  test('a pair of the table is fine', () => {
    expect(coreRooms([fine], table)).toEqual({ seen: 1, faults: [] });
  });
  test.each([
    ['core/low/y.ts', "import '../high/x.ts';", 'core/low/y.ts: low may not import high'],
    ['core/low/y.ts', "import '../../app/x.ts';", 'core/low/y.ts: core may not import ../../app/x.ts'],
    ['core/low/y.ts', "import 'zod';", 'core/low/y.ts: core may not import zod'],
    ['core/new/y.ts', '', 'core/new/y.ts: the table does not know the room new'],
  ])('%s with %s is a fault', (path, text, fault) => {
    expect(coreRooms([fine, { path, text }], table).faults).toEqual([fault]);
  });
  test('a pair that nobody needs is a fault', () => {
    expect(coreRooms([], table).faults).toEqual(['no file needs the pair: high low']);
  });
  test('a table with a cycle is a fault', () => {
    const faults = coreRooms([fine], { low: ['high'], high: ['low'] }).faults;
    expect(faults).toContain('low names high, which does not stand before it');
  });
});

describe('forbidden code', () => {
  test.each([
    ['core/a/x.ts', 'const a = new Date();', 'Date'],
    ['app/x.ts', 'const a = Date.now();', 'Date'],
    ['app/x.ts', 'const a = globalThis.Date.now();', 'Date'],
    ['app/x.ts', 'const clock = { now: Date.now };', 'Date'],
    ['engine/a/x.ts', 'const a = performance.now();', 'performance'],
    ['core/a/x.ts', 'const a = Math.random();', 'Math.random'],
    ['app/x.ts', 'const a = crypto.randomUUID();', 'crypto'],
    ['adapters/db/x.ts', "const a = Number.parseFloat('1');", 'parseFloat'],
    ['main/x.ts', "const a = parseFloat('1');", 'parseFloat'],
    ['core/a/x.ts', "const a = Number('1');", 'Number'],
    ['core/a/x.ts', 'const a = amount * 0.01;', 'fractional literal'],
    ['engine/a/x.ts', 'const a = 1e-2;', 'fractional literal'],
    ['core/a/x.ts', 'export async function f(): Promise<void> {}', 'async'],
    ['engine/a/x.ts', 'const f = async () => 1n;', 'async'],
    ['adapters/http/x.ts', 'const a = amount.toFixed(2);', 'toFixed'],
    ['adapters/db/x.ts', "console.log('x');", 'console'],
    ['adapters/db/x.ts', "eval('1');", 'eval'],
    ['web/x.ts', "const f = new Function('return 1');", 'Function'],
    ['web/x.ts', "element.innerHTML = '<b>';", 'innerHTML'],
    ['web/x.ts', "element.outerHTML = '<b>';", 'outerHTML'],
    ['web/x.ts', "element.insertAdjacentHTML('beforeend', '<b>');", 'insertAdjacentHTML'],
    ['web/x.tsx', 'const a = <p dangerouslySetInnerHTML={b} />;', 'dangerouslySetInnerHTML'],
    ['adapters/files/x.ts', "import { exec } from 'node:child_process';", 'child_process'],
  ])('%s with %s is a fault', (path, text, what) => {
    const { faults } = forbiddenCode([{ path, text: `\n${text}` }]);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(new RegExp(`^${path}: line 2, .*\\(${what}\\)$`));
  });

  test.each([
    ['app/x.ts', 'export type Clock = { readonly now: () => Date };'],
    ['core/a/x.ts', '// new Date()\nconst a = "Date.now() 0.5 Math.random()";'],
    ['core/a/x.ts', 'const a = { Date: 1_000, crypto: 10 };'],
    ['core/calendar/localDate.ts', "const year = Number('2026');"],
    ['adapters/db/x.ts', 'const now = new Date();'],
    ['core/a/x.test.ts', 'const a = Math.random() * 0.5;'],
    ['web/x.js', 'const width = share.toFixed(1);'],
    ['core/a/x.ts', 'export type Work = Function;'],
    ['adapters/db/embedded/runAs.ts', "import { spawn } from 'node:child_process';"],
  ])('%s with %s is fine', (path, text) => {
    expect(forbiddenCode([{ path, text }]).faults).toEqual([]);
  });
});

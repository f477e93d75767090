import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const CORE = join(import.meta.dirname, '../../core');
const ROOMS = readdirSync(CORE, { withFileTypes: true }).filter((entry) => entry.isDirectory());

type Example = { readonly given: string; readonly expression: string; readonly expected: string };

/** The statements of a page's js block: "expression; // what it is", below what is given. */
function examplesOf(page: string): Example[] {
  const block = /```js\n(.*?)```/s.exec(page)?.[1] ?? '';
  const statements = block.split(/(?<=;(?: \/\/ .*)?)\n/).filter((statement) => statement !== '');
  let given = '';
  return statements.flatMap((statement) => {
    const [expression = '', expected] = statement.split('; // ');
    if (expected !== undefined) return [{ given, expression, expected }];
    given += statement;
    return [];
  });
}

/** Everything that core exports, the executor, and what tests write facts with. */
async function vocabulary(): Promise<Record<string, unknown>> {
  const files = readdirSync(CORE, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.includes('.test.') && !file.startsWith('wording'))
    .map((file) => join(CORE, file));
  const more = ['../../engine/simple/execute.ts', '../support/trade.ts'].map((file) =>
    join(import.meta.dirname, file),
  );
  const modules = await Promise.all([...files, ...more].map((file) => import(file) as Promise<object>));
  return Object.assign({}, ...modules);
}

const words = await vocabulary();

function evaluated(expression: string, given = ''): unknown {
  return new Function(...Object.keys(words), `{ ${given} return (${expression}); }`)(...Object.values(words));
}

describe('the examples in the READMEs of core', () => {
  const pages = ROOMS.map(({ name }) => [name, join(CORE, name, 'README.md')] as const).filter(
    ([name]) => name !== 'wording',
  );

  it.each(pages)('%s', (_, path) => {
    const examples = examplesOf(readFileSync(path, 'utf8'));
    expect(examples.length).toBeGreaterThan(0);
    for (const { given, expression, expected } of examples) {
      expect(evaluated(expression, given), expression).toEqual(evaluated(expected));
    }
  });
});

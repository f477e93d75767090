import ts from 'typescript';
import { lineOf, nodesOf, parse } from './forbiddenCode.ts';
import type { HouseFile } from './houseFiles.ts';
import { type Inspection, inspect } from './inspection.ts';

const RUNNERS = new Set(['test', 'it', 'describe', 'bench']);
const SKIPS = new Set(['skip', 'skipIf', 'runIf', 'todo', 'fails']);

/** No test runs alone, and none is passed over without a comment on the line above that says why. */
export function testHonesty(files: readonly HouseFile[]): Inspection {
  const tests = files.filter((file) => file.path.endsWith('.test.ts'));
  return inspect(tests, (file) => {
    const source = parse(file);
    const lines = file.text.split('\n');
    return nodesOf(source).flatMap((node) => {
      if (!ts.isPropertyAccessExpression(node) || !isRunner(node.expression)) return [];
      const line = lineOf(source, node);
      if (node.name.text === 'only') return [`line ${line}, .only leaves the other tests out`];
      const hasReason = /^\s*(\/\/|\*)/.test(lines[line - 2] ?? '');
      return SKIPS.has(node.name.text) && !hasReason
        ? [`line ${line}, .${node.name.text} without a reason above`]
        : [];
    });
  });
}

function isRunner(node: ts.Expression): boolean {
  if (ts.isPropertyAccessExpression(node)) return isRunner(node.expression);
  return ts.isIdentifier(node) && RUNNERS.has(node.text);
}

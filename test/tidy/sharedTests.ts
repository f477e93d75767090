import { matchesGlob } from 'node:path';
import ts from 'typescript';
import { needsVitest } from '../support/testsShared.ts';
import { lineOf, nodesOf, parse } from './forbiddenCode.ts';
import type { HouseFile } from './houseFiles.ts';
import { type Inspection, inspect } from './inspection.ts';

const CALLS = new Set(['vi.mock', 'process.chdir']);

/** No test that shares its process with others changes what a process has one of. */
export function sharedTests(files: readonly HouseFile[], shared: readonly string[]): Inspection {
  const tests = files.filter(
    ({ path, text }) => shared.some((pattern) => matchesGlob(path, pattern)) && !needsVitest(text),
  );
  return inspect(tests, (file) => {
    const source = parse(file);
    return nodesOf(source).flatMap((node) =>
      changesProcess(node, source)
        ? [`line ${lineOf(source, node)}, changes a process that others share`]
        : [],
    );
  });
}

function changesProcess(node: ts.Node, source: ts.SourceFile): boolean {
  const isOfEnvironment = (place: ts.Node) => place.getText(source).startsWith('process.env.');
  if (ts.isCallExpression(node)) return CALLS.has(node.expression.getText(source));
  if (ts.isDeleteExpression(node)) return isOfEnvironment(node.expression);
  return (
    ts.isBinaryExpression(node) &&
    node.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
    isOfEnvironment(node.left)
  );
}

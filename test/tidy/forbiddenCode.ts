import ts from 'typescript';
import { type HouseFile, isScript, isTest, roomOf } from './houseFiles.ts';
import { type Inspection, inspect } from './inspection.ts';

/** A construct that some files must not contain, and why. */
type Ban = {
  readonly applies: (path: string) => boolean;
  readonly matches: (node: ts.Node) => boolean;
  readonly because: string;
};

const PURE = new Set(['core', 'engine', 'app']);

/** Counts and days become numbers there, never an amount; and columns of integers that float64 holds exactly. */
const NUMBER_OF_TEXT_ALLOWED: Readonly<Record<string, string>> = {
  'core/calendar/localDate.ts': 'year, month and day of a date',
  'core/money/allocate.ts': 'how many shares get one leftover cent',
  'core/number/greatestCommonDivisor.ts': 'integers below 2^53, which are never rounded by a remainder',
  'engine/columnar/exactNumber.ts': 'integers below 2^53, checked one by one',
};

const isPure = (path: string) => PURE.has(roomOf(path)) && !isTest(path);
const isProduct = (path: string) => roomOf(path) !== 'web' && !isTest(path);
const isInstant = (path: string) => ['core', 'engine'].includes(roomOf(path)) && !isTest(path);
const isShipped = (path: string) => !isTest(path) && roomOf(path) !== 'test';
const isExact = (path: string) => isInstant(path) && !(path in NUMBER_OF_TEXT_ALLOWED);

/** Where other programs are started, with arguments one by one and no shell. */
const STARTS_PROGRAMS = [
  'bin/build.mjs',
  'bin/node24.mjs',
  'adapters/db/embedded/launchServer.ts',
  'adapters/db/embedded/runAs.ts',
  'main/builtPages.ts',
];

export const BANS: readonly Ban[] = [
  { applies: isShipped, matches: isValue('eval'), because: 'no text is code (eval)' },
  { applies: isShipped, matches: isValue('Function'), because: 'no text is code (Function)' },
  ...['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'dangerouslySetInnerHTML'].map((name) => ({
    applies: isShipped,
    matches: isNamed(name),
    because: `no text is markup (${name})`,
  })),
  {
    applies: (path) => isShipped(path) && !STARTS_PROGRAMS.includes(path),
    matches: (node) => ts.isStringLiteral(node) && /^(node:)?child_process$/.test(node.text),
    because: 'no other program is started from here (child_process)',
  },
  { applies: isPure, matches: isValue('Date'), because: 'the clock is a port (Date)' },
  { applies: isPure, matches: isValue('performance'), because: 'the clock is a port (performance)' },
  {
    applies: isPure,
    matches: isMember('Math', 'random'),
    because: 'chance is no part of a result (Math.random)',
  },
  { applies: isPure, matches: isValue('crypto'), because: 'hashes and identifiers are ports (crypto)' },
  { applies: isProduct, matches: isNamed('parseFloat'), because: 'no binary floats (parseFloat)' },
  { applies: isProduct, matches: isNamed('toFixed'), because: 'no binary floats (toFixed)' },
  { applies: isExact, matches: isCall('Number'), because: 'amounts are bigint or decimal text (Number)' },
  { applies: isExact, matches: isFraction, because: 'no binary floats (fractional literal)' },
  { applies: isInstant, matches: isWaiting, because: 'core and engine do not wait (async)' },
  {
    applies: isProduct,
    matches: isValue('console'),
    because: 'output goes through the CLI or the log (console)',
  },
];

/** What code may not say, read from its syntax tree: comments and texts are not code. */
export function forbiddenCode(files: readonly HouseFile[]): Inspection {
  const scripts = files.filter((file) => isScript(file.path));
  return inspect(scripts, (file) => {
    const bans = BANS.filter((ban) => ban.applies(file.path));
    return bans.length === 0 ? [] : faultsOf(file, bans);
  });
}

function faultsOf(file: HouseFile, bans: readonly Ban[]): string[] {
  const source = parse(file);
  return nodesOf(source).flatMap((node) =>
    bans.filter((ban) => ban.matches(node)).map((ban) => `line ${lineOf(source, node)}, ${ban.because}`),
  );
}

/** Several rules look at a file; it is parsed once. */
export function parse(file: HouseFile): ts.SourceFile {
  const source = PARSED.get(file) ?? ts.createSourceFile(file.path, file.text, ts.ScriptTarget.ESNext, true);
  PARSED.set(file, source);
  return source;
}

const PARSED = new WeakMap<HouseFile, ts.SourceFile>();

/** A node and everything below it, from top to bottom. */
export function nodesOf(node: ts.Node): ts.Node[] {
  const nodes: ts.Node[] = [];
  const visit = (child: ts.Node): void => {
    nodes.push(child);
    ts.forEachChild(child, visit);
  };
  visit(node);
  return nodes;
}

export function lineOf(source: ts.SourceFile, node: ts.Node): number {
  return source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
}

/** A global used as a value: `new Date()`, `Date.now()`, `globalThis.Date`; not the type `Date`. */
function isValue(name: string): (node: ts.Node) => boolean {
  return (node) => {
    if (!ts.isIdentifier(node) || node.text !== name) return false;
    const { parent } = node;
    if (ts.isTypeReferenceNode(parent) || ts.isPropertySignature(parent)) return false;
    if (ts.isPropertyAccessExpression(parent) && parent.name === node) {
      return ts.isIdentifier(parent.expression) && parent.expression.text === 'globalThis';
    }
    return !ts.isPropertyAssignment(parent) || parent.initializer === node;
  };
}

function isMember(owner: string, name: string): (node: ts.Node) => boolean {
  return (node) =>
    ts.isPropertyAccessExpression(node) &&
    node.name.text === name &&
    ts.isIdentifier(node.expression) &&
    node.expression.text === owner;
}

function isNamed(name: string): (node: ts.Node) => boolean {
  return (node) => ts.isIdentifier(node) && node.text === name;
}

function isCall(name: string): (node: ts.Node) => boolean {
  return (node) =>
    ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === name;
}

function isFraction(node: ts.Node): boolean {
  return ts.isNumericLiteral(node) && !Number.isInteger(Number(node.text));
}

function isWaiting(node: ts.Node): boolean {
  return node.kind === ts.SyntaxKind.AsyncKeyword;
}

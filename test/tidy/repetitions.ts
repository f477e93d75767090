import ts from 'typescript';
import { lineOf, nodesOf, parse } from './forbiddenCode.ts';
import { type HouseFile, isScript, isTest, roomOf } from './houseFiles.ts';
import type { Inspection } from './inspection.ts';
import { Places } from './patternPlaces.ts';
import { type Pattern, patternTree } from './patternTree.ts';
import { slowSearch } from './slowSearch.ts';

/**
 * What comes again without a bound can be read in one way only, character by character: then no text makes an
 * expression try all ways of cutting it. Nor is a text cut at each of its points in turn. Every expression in the code of the product is looked at; one that is put
 * together while the program runs could not be, and is a fault.
 * Source: Brüggemann-Klein and Wood, One-unambiguous regular languages (1998).
 */
export function repetitions(files: readonly HouseFile[]): Inspection {
  const faults: string[] = [];
  let seen = 0;
  for (const file of files.filter(({ path }) => isScript(path) && !isTest(path) && roomOf(path) !== '')) {
    const source = parse(file);
    for (const node of nodesOf(source)) {
      const found = ts.isRegularExpressionLiteral(node) ? ambiguity(node.text) : putTogether(node);
      if (ts.isRegularExpressionLiteral(node)) seen += 1;
      if (found !== undefined) faults.push(`${file.path}: line ${lineOf(source, node)}, ${found}`);
    }
  }
  return { seen, faults };
}

function putTogether(node: ts.Node): string | undefined {
  const isMade = (ts.isNewExpression(node) || ts.isCallExpression(node)) && ts.isIdentifier(node.expression);
  return isMade && node.expression.text === 'RegExp' ? 'RegExp() puts an expression together' : undefined;
}

/** What can be read in two ways inside of something without a bound, or cut anywhere; undefined where nothing can. */
export function ambiguity(literal: string): string | undefined {
  const end = literal.lastIndexOf('/');
  const flags = literal.slice(end + 1);
  const pattern = patternTree(literal.slice(1, end), flags);
  const places = new Places(literal);
  for (const repeat of unboundedIn(pattern)) places.reach(repeat);
  if (places.twice !== undefined) return `${literal} can repeat ${places.twice} in two ways`;
  const cut = slowSearch(pattern, literal);
  return cut === undefined ? undefined : `${literal} can ${cut}`;
}

/** The outermost ones: what is inside of them is looked at with them. */
function unboundedIn(pattern: Pattern): readonly Pattern[] {
  if (pattern.is === 'one') return [];
  if (pattern.is === 'repeat' && pattern.most === Infinity) return [pattern, ...placesIn(pattern.of)];
  return pattern.is === 'repeat' || pattern.is === 'place'
    ? unboundedIn(pattern.of)
    : pattern.parts.flatMap(unboundedIn);
}

/** What has to stand before or behind something that comes again is read on its own. */
function placesIn(pattern: Pattern): readonly Pattern[] {
  if (pattern.is === 'one') return [];
  if (pattern.is === 'place') return unboundedIn(pattern.of);
  return pattern.is === 'repeat' ? placesIn(pattern.of) : pattern.parts.flatMap(placesIn);
}

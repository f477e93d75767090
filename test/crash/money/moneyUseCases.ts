import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** The stores of money, and which of their functions write. */
const WRITES: Readonly<Record<string, RegExp>> = {
  adjustments: /^(propose|decide)$/,
  bookings: /^post$/,
  ledger: /^(post|turn|setRules)$/,
  settlements:
    /^(setSeries|setParty|proposeSetting|decideSetting|nextNumber|propose|add|approve|move|issue|offset)$/,
  claims: /^(send|write|setRule|accept|addProof)$/,
  confirmations: /^(send|write)$/,
  deductions: /^(register|write)$/,
  funds: /^(open|keep|request|write)$/,
  storeOf: /^(propose|confirm)$/,
  payments: /^(setAccount|propose|approve|moveRun|send|addItems|hear)$/,
  bankAccounts: /^(append|decide)$/,
  sealed: /^reseal$/,
  bankEntries: /^(addStatement|add|settle|write|dismiss|lay)$/,
};
/** A function, class or constant of a file; `calls` names others by file and name. */
type Deed = {
  readonly file: string;
  readonly name: string;
  readonly isExported: boolean;
  readonly calls: Set<string>;
  isWriting: boolean;
  isOpening: boolean;
};

/** A function of app/ that opens a transaction and, by whatever it calls, writes to a store of money. */
export type MoneyUseCase = { readonly name: string; readonly reachedBy: ReadonlySet<string> };

/** Every use case that moves money, by the text of app/ alone; with the names of all that come to it. */
export function moneyUseCases(root: string): MoneyUseCase[] {
  const deeds = new Map<string, Deed>();
  for (const file of globSync('app/**/*.ts', { cwd: root })) {
    if (file.endsWith('.test.ts') || file.startsWith('app/ports')) continue;
    const text = readFileSync(join(root, file), 'utf8');
    const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
    for (const deed of deedsIn(source, file)) deeds.set(`${file}#${deed.name}`, deed);
  }
  const writing = reaching(deeds, ({ isWriting }) => isWriting);
  return [...deeds].flatMap(([key, deed]) => {
    if (!deed.isExported || !writing.has(key) || !opens(deeds, deed)) return [];
    const reachedBy = [...reaching(deeds, (_, other) => other === key)].map(
      (found) => deeds.get(found)?.name ?? '',
    );
    return [{ name: deed.name, reachedBy: new Set(reachedBy) }];
  });
}

/** By itself, or by what only its own file can call; a deed that calls itself is looked at once. */
function opens(deeds: ReadonlyMap<string, Deed>, deed: Deed, seen = new Set<Deed>()): boolean {
  if (deed.isOpening) return true;
  seen.add(deed);
  return [...deed.calls].some((key) => {
    const called = deeds.get(key);
    const isOwn =
      called !== undefined && called.file === deed.file && !called.isExported && !seen.has(called);
    return isOwn && opens(deeds, called, seen);
  });
}

function deedsIn(source: ts.SourceFile, file: string): Deed[] {
  const places = new Map<string, string>();
  for (const statement of source.statements) {
    for (const name of namesOf(statement)) places.set(name, `${file}#${name}`);
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) continue;
    const from = join(file, '..', statement.moduleSpecifier.text);
    const named = statement.importClause?.namedBindings;
    if (named === undefined || !ts.isNamedImports(named)) continue;
    for (const { name, propertyName } of named.elements)
      places.set(name.text, `${from}#${(propertyName ?? name).text}`);
  }
  return source.statements.flatMap((statement) =>
    namesOf(statement).map((name) => deedOf(statement, name, file, places)),
  );
}

function namesOf(statement: ts.Statement): string[] {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.map(({ name }) => name.getText());
  }
  const isNamed = ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement);
  return isNamed && statement.name ? [statement.name.text] : [];
}

function deedOf(node: ts.Statement, name: string, file: string, places: ReadonlyMap<string, string>): Deed {
  const modifiers = ts.canHaveModifiers(node) ? (ts.getModifiers(node) ?? []) : [];
  const isExported = modifiers.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
  const deed: Deed = { file, name, isExported, calls: new Set(), isWriting: false, isOpening: false };
  const visit = (child: ts.Node): void => {
    if (ts.isIdentifier(child)) {
      const place = places.get(child.text);
      if (place !== undefined && child.text !== name) deed.calls.add(place);
      if (child.text === 'inTenant' || child.text === 'wholeOrNothing') deed.isOpening = true;
    }
    if (ts.isPropertyAccessExpression(child)) {
      const of = child.expression;
      // Rules of a company are written by way of the store that their kind names: kind.storeOf(tx).propose.
      const store = ts.isCallExpression(of) ? of.expression : of;
      const named = ts.isPropertyAccessExpression(store) ? store.name.text : '';
      if (Object.hasOwn(WRITES, named) && WRITES[named]?.test(child.name.text)) deed.isWriting = true;
    }
    ts.forEachChild(child, visit);
  };
  visit(node);
  return deed;
}

/** All that come to a deed that fits, by however many others. */
function reaching(
  deeds: ReadonlyMap<string, Deed>,
  fits: (deed: Deed, key: string) => boolean,
): ReadonlySet<string> {
  const found = new Set([...deeds].flatMap(([key, deed]) => (fits(deed, key) ? [key] : [])));
  for (let size = -1; size !== found.size; ) {
    size = found.size;
    for (const [key, { calls }] of deeds) if ([...calls].some((other) => found.has(other))) found.add(key);
  }
  return found;
}

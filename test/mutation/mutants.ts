import ts from 'typescript';

/** One small fault: an expression of a file replaced by another. */
export type Mutant = {
  readonly file: string;
  /** The function that it stands in, by name; "" where the module is loaded. */
  readonly within: string;
  /** In the line that a reader counts from 1. */
  readonly line: number;
  readonly from: number;
  readonly until: number;
  readonly before: string;
  readonly after: string;
};

const SWAPS: Readonly<Partial<Record<ts.SyntaxKind, string>>> = {
  [ts.SyntaxKind.LessThanToken]: '<=',
  [ts.SyntaxKind.LessThanEqualsToken]: '<',
  [ts.SyntaxKind.GreaterThanToken]: '>=',
  [ts.SyntaxKind.GreaterThanEqualsToken]: '>',
  [ts.SyntaxKind.EqualsEqualsEqualsToken]: '!==',
  [ts.SyntaxKind.ExclamationEqualsEqualsToken]: '===',
  [ts.SyntaxKind.AmpersandAmpersandToken]: '||',
  [ts.SyntaxKind.BarBarToken]: '&&',
  [ts.SyntaxKind.PlusToken]: '-',
  [ts.SyntaxKind.MinusToken]: '+',
  [ts.SyntaxKind.AsteriskToken]: '/',
  [ts.SyntaxKind.SlashToken]: '*',
};

/** Calls on numbers: each is replaced by either of its arguments. */
const ARITHMETIC = new Set([
  'add',
  'subtract',
  'multiply',
  'divide',
  'lesser',
  'negate',
  'floor',
  'compare',
  'positive',
]);

/** Every fault that is tried in a file: comparisons, arithmetic, choices, guards, selections, small numbers. */
export function mutantsOf(file: string, text: string): Mutant[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const mutants = new Map<string, Mutant>();
  const put = (node: ts.Node, after: string) => {
    const from = node.getStart(source);
    const before = text.slice(from, node.end);
    const line = source.getLineAndCharacterOfPosition(from).line + 1;
    const mutant = { file, within: functionAround(node), line, from, until: node.end, before, after };
    if (before !== after) mutants.set(`${from} ${node.end} ${after}`, mutant);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node) || ts.isTypeAliasDeclaration(node) || ts.isImportDeclaration(node)) return;
    mutate(node, put);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return [...mutants.values()];
}

/**
 * The text of a file with all its faults in it, each asleep: the n-th one acts where the global
 * `mutant` is `firstNumber` + n.
 */
export function withMutants(text: string, mutants: readonly Mutant[], firstNumber: number): string {
  const numbered = mutants.map((mutant, index) => ({ ...mutant, number: firstNumber + index }));
  const places = [...Map.groupBy(numbered, ({ from, until }) => `${from} ${until}`).values()];
  const render = (from: number, until: number, inside: typeof places): string => {
    let result = '';
    let at = from;
    for (const place of inside.filter((one) => !inside.some((other) => isInside(one, other)))) {
      const [first] = place;
      if (first === undefined) continue;
      const within = inside.filter((other) => isInside(other, place));
      const choices = place.map(({ number, after }) => `globalThis.mutant === ${number} ? (${after}) : `);
      result += `${text.slice(at, first.from)}(${choices.join('')}(${render(first.from, first.until, within)}))`;
      at = first.until;
    }
    return result + text.slice(at, until);
  };
  return render(
    0,
    text.length,
    places.sort(([a], [b]) => (a?.from ?? 0) - (b?.from ?? 0)),
  );
}

function isInside([inner]: readonly Mutant[], [outer]: readonly Mutant[]): boolean {
  if (inner === undefined || outer === undefined || inner === outer) return false;
  const isSame = inner.from === outer.from && inner.until === outer.until;
  return !isSame && inner.from >= outer.from && inner.until <= outer.until;
}

function functionAround(node: ts.Node): string {
  for (let at = node.parent; !ts.isSourceFile(at); at = at.parent) {
    if (ts.isFunctionDeclaration(at)) return at.name?.text ?? '';
    if (ts.isVariableDeclaration(at) && ts.isSourceFile(at.parent.parent.parent)) return '';
  }
  return '';
}

/** `...(value && { value })`: the field is left out, or not. */
function isOptionalField({ operatorToken, right }: ts.BinaryExpression): boolean {
  return operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken && ts.isObjectLiteralExpression(right);
}

type Put = (node: ts.Node, after: string) => void;

function mutate(node: ts.Node, put: Put): void {
  if (ts.isBinaryExpression(node)) {
    const swap = SWAPS[node.operatorToken.kind];
    if (isOptionalField(node)) put(node, 'undefined');
    else if (swap !== undefined) put(node, `${node.left.getText()} ${swap} ${node.right.getText()}`);
  } else if (ts.isConditionalExpression(node)) {
    put(node, node.whenTrue.getText());
    put(node, node.whenFalse.getText());
  } else if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken) {
    put(node, node.operand.getText());
  } else if (
    ts.isBigIntLiteral(node) ||
    (ts.isNumericLiteral(node) && !ts.isPropertyAssignment(node.parent))
  ) {
    const suffix = ts.isBigIntLiteral(node) ? 'n' : '';
    putInside(node, node.text.startsWith('0') ? `1${suffix}` : `0${suffix}`, put);
  } else if (ts.isIfStatement(node)) {
    put(node.expression, 'false');
    put(node.expression, 'true');
  } else if (ts.isCallExpression(node)) {
    mutateCall(node, put);
  }
}

/** A number says little by itself: it is shown with what it is compared with, added to or given to. */
function putInside(node: ts.Node, after: string, put: Put): void {
  const { parent } = node;
  const isShown =
    ts.isBinaryExpression(parent) ||
    ts.isCallExpression(parent) ||
    ts.isConditionalExpression(parent) ||
    ts.isElementAccessExpression(parent);
  if (!isShown) {
    put(node, after);
    return;
  }
  const [from, start] = [parent.getStart(), node.getStart()];
  const text = parent.getText();
  put(parent, text.slice(0, start - from) + after + text.slice(node.end - from));
}

function mutateCall(node: ts.CallExpression, put: Put): void {
  const { expression, arguments: given } = node;
  if (ts.isIdentifier(expression) && ARITHMETIC.has(expression.text)) {
    for (const argument of given) put(node, argument.getText());
  }
  if (!ts.isPropertyAccessExpression(expression)) return;
  const { name } = expression;
  const other = { filter: '', some: 'every', every: 'some' }[name.text];
  if (other === undefined) return;
  const object = expression.expression.getText();
  const list = given.map((argument) => argument.getText()).join(', ');
  put(node, other === '' ? object : `${object}.${other}(${list})`);
}

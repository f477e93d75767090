import ts from 'typescript';

/** One small fault: some characters of a file replaced by others. */
export type Mutant = {
  readonly file: string;
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
  const mutants: Mutant[] = [];
  const put = (node: ts.Node, after: string) => {
    const from = node.getStart(source);
    const before = text.slice(from, node.end);
    if (before === after) return;
    const line = source.getLineAndCharacterOfPosition(from).line + 1;
    mutants.push({ file, line, from, until: node.end, before, after });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node) || ts.isTypeAliasDeclaration(node) || ts.isImportDeclaration(node)) return;
    mutate(node, put);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return mutants;
}

type Put = (node: ts.Node, after: string) => void;

function mutate(node: ts.Node, put: Put): void {
  if (ts.isBinaryExpression(node)) {
    const swap = SWAPS[node.operatorToken.kind];
    if (swap !== undefined) put(node.operatorToken, swap);
  } else if (ts.isConditionalExpression(node)) {
    put(node, `(${node.whenTrue.getText()})`);
    put(node, `(${node.whenFalse.getText()})`);
  } else if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken) {
    put(node, node.operand.getText());
  } else if (ts.isBigIntLiteral(node) || ts.isNumericLiteral(node)) {
    const suffix = ts.isBigIntLiteral(node) ? 'n' : '';
    put(node, node.text.startsWith('0') ? `1${suffix}` : `0${suffix}`);
  } else if (ts.isIfStatement(node)) {
    put(node.expression, 'false');
    put(node.expression, 'true');
  } else if (ts.isCallExpression(node)) {
    mutateCall(node, put);
  }
}

function mutateCall(node: ts.CallExpression, put: Put): void {
  const { expression, arguments: given } = node;
  if (ts.isIdentifier(expression) && ARITHMETIC.has(expression.text)) {
    for (const argument of given) put(node, argument.getText());
  }
  if (!ts.isPropertyAccessExpression(expression)) return;
  if (expression.name.text === 'filter') put(node, expression.expression.getText());
  if (expression.name.text === 'some') put(expression.name, 'every');
  if (expression.name.text === 'every') put(expression.name, 'some');
}

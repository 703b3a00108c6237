import ts from 'typescript';

/** Only here may a number be divided or rounded. */
export const ARITHMETIC = 'src/engine/arith.ts';

const DIVISION = new Set([
  ts.SyntaxKind.SlashToken,
  ts.SyntaxKind.PercentToken,
  ts.SyntaxKind.SlashEqualsToken,
  ts.SyntaxKind.PercentEqualsToken,
]);
const POWER = new Set([ts.SyntaxKind.AsteriskAsteriskToken, ts.SyntaxKind.AsteriskAsteriskEqualsToken]);
/** Clocks, places and chance of the machine: two machines would not agree on them. */
const MACHINE = new Set(['Date', 'Intl', 'performance', 'crypto', 'navigator']);
const LOCALE = /^(?:localeCompare|toLocale\w*)$/;

/**
 * What in the text of a file of the engine, the scenario compiler or the players could differ between two machines, as `line: what`.
 * In the engine, dividing, `Math` and fractions belong to `arith.ts` alone.
 */
export const impurities = (file: string, text: string): readonly string[] => {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2023, true);
  const engine = file.startsWith('src/engine/') && file !== ARITHMETIC;
  const found: string[] = [];
  const report = (node: ts.Node, what: string) => {
    found.push(`${String(source.getLineAndCharacterOfPosition(node.getStart()).line + 1)}: ${what}`);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isBinaryExpression(node)) {
      const { kind } = node.operatorToken;
      if (POWER.has(kind)) report(node, '**');
      if (engine && DIVISION.has(kind)) report(node, node.operatorToken.getText());
    } else if (ts.isNumericLiteral(node)) {
      if (engine && !Number.isInteger(Number(node.text))) report(node, `fraction ${node.text}`);
    } else if (ts.isPropertyAccessExpression(node)) {
      if (LOCALE.test(node.name.text)) report(node, node.name.text);
    } else if (ts.isIdentifier(node) && isUse(node)) {
      if (MACHINE.has(node.text)) report(node, node.text);
      if (node.text === 'Math') visitMath(node);
    }
    ts.forEachChild(node, visit);
  };
  const visitMath = (node: ts.Identifier) => {
    const member = ts.isPropertyAccessExpression(node.parent) ? node.parent.name.text : '(alias)';
    // Imul and clz32 are exact on 32-bit words everywhere; hashes may use the first below session/ too.
    if (engine || !EXACT.has(member)) report(node, `Math.${member}`);
  };
  visit(source);
  return found;
};

/** Members of `Math` that give the same bits everywhere. */
const EXACT = new Set(['abs', 'ceil', 'clz32', 'floor', 'imul', 'max', 'min', 'round', 'sign', 'trunc']);

const isUse = ({ parent }: ts.Identifier) =>
  !(ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent) || ts.isTypeReferenceNode(parent));

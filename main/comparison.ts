import type { Operand } from '../core/explanation/explanation.ts';
import type { FormulaComparison } from '../core/lint/otherFormulas.ts';
import { CATALOGUES } from '../core/wording/catalogue.ts';
import type { Language } from '../core/wording/language.ts';
import { operandText } from '../core/wording/operandText.ts';
import { column, text, widthOf } from './texts.ts';

/** Volumes down, formulas across; the one that the agreement names stands first and is marked. */
export function comparisonLines(comparison: FormulaComparison, language: Language): string[] {
  const { chosen, formulas, assumed, rows } = comparison;
  const names = CATALOGUES[language].formulas;
  const head = ['', ...formulas.map((formula) => `${names[formula]}${formula === chosen ? ' *' : ''}`)];
  const said = (operand: Operand) => operandText(operand, language);
  const table = [head, ...rows.map(({ volume, amounts }) => [volume, ...amounts].map(said))];
  const widths = head.map((_, place) => Math.max(...table.map((row) => widthOf(row[place] ?? ''))));
  const lines = table.map((row) =>
    `  ${row.map((cell, place) => column(cell, widths[place] ?? 0)).join('  ')}`.trimEnd(),
  );
  if (assumed === undefined) return lines;
  const key = assumed.what === 'baseline' ? 'assumedBaseline' : 'assumedPayout';
  return [`  ${text(language, key, { value: said(assumed.value) })}`, ...lines];
}

/** The same as data: exact texts, nothing formatted. */
export function comparisonJson({ chosen, assumed, formulas, rows }: FormulaComparison) {
  return {
    chosen,
    ...(assumed && { assumed }),
    rows: rows.map(({ volume, amounts }) => ({
      volume,
      amounts: Object.fromEntries(formulas.map((formula, place) => [formula, amounts[place]])),
    })),
  };
}

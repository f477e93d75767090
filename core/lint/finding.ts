import type { Operand } from '../explanation/explanation.ts';

/** What the linter says, by how much it asks for attention: a warning is seldom meant. */
export const FINDINGS = {
  'words-missing': 'notice',
  everybody: 'notice',
  'floor-for-everybody': 'warning',
  'attributes-current': 'notice',
  'supplier-not-stocked': 'notice',
  'window-cut': 'notice',
  'first-tier-unspoken': 'notice',
  'rate-above-hundred': 'warning',
  'rate-above-half': 'notice',
  'rate-falls': 'warning',
  'rate-jumps': 'notice',
  'rate-zero': 'notice',
  cliff: 'notice',
  'cliff-rate': 'notice',
  'growth-uncapped': 'notice',
  'gate-always-met': 'warning',
  'gate-never-met': 'warning',
  'tier-unreachable': 'warning',
  'minimum-above-cap': 'warning',
  'floor-above-cap': 'warning',
  'limit-by-arrival': 'notice',
  'returns-below-zero': 'notice',
  'rounding-unusual': 'notice',
  'rounding-each-line': 'notice',
  'settlement-currency': 'notice',
  'settling-not-trading': 'notice',
} as const satisfies Record<string, Severity>;

export type Severity = 'warning' | 'notice';
export type FindingCode = keyof typeof FINDINGS;

/** Something that is allowed and may not be meant. `at` is the field, as in a refusal; facts are data. */
export type Finding = {
  readonly code: FindingCode;
  readonly severity: Severity;
  readonly at: string;
  readonly facts: Readonly<Record<string, Operand>>;
};

export function finding(code: FindingCode, at: string, facts: Finding['facts'] = {}): Finding {
  return { code, severity: FINDINGS[code], at, facts };
}

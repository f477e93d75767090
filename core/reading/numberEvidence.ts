import { ColumnEvidence, type Verdict } from './columnEvidence.ts';
import { affixOf, type NumberFormat, readNumber, WRITTEN_NUMBERS } from './readNumber.ts';

/**
 * What a column of numbers says about how it is written, and about the sign that its numbers bear. A
 * column of which some numbers bear a sign and some another one or none contradicts itself.
 */
export class NumberEvidence {
  /** The sign of all numbers; empty where they bear none. */
  affix = '';
  private readonly isSaid: boolean;
  private evidence: ColumnEvidence<NumberFormat>;
  private readonly affixes = new Map<string, string>();

  /** With an affix that was said, no other one is looked for. */
  constructor(affix?: string) {
    this.isSaid = affix !== undefined;
    this.affix = affix ?? '';
    this.evidence = this.begun();
  }

  add(text: string): void {
    if (text === '') return;
    if (!this.isSaid) this.take(text);
    this.evidence.add(text);
  }

  /** The first text that is a number decides which sign there is; another sign is then a contradiction. */
  private take(text: string): void {
    const affix = affixOf(text);
    const isNumber = WRITTEN_NUMBERS.some((format) => readNumber(text, format, affix) !== undefined);
    if (!isNumber || this.affixes.has(affix)) return;
    if (this.affixes.size === 0 && affix !== this.affix) {
      this.affix = affix;
      this.evidence = this.begun();
    }
    if (this.affixes.size < 2) this.affixes.set(affix, text);
  }

  private begun(): ColumnEvidence<NumberFormat> {
    return new ColumnEvidence<NumberFormat>(WRITTEN_NUMBERS, (text, format) =>
      readNumber(text, format, this.affix),
    );
  }

  verdict(): Verdict<NumberFormat> {
    if (this.affixes.size < 2) return this.evidence.verdict();
    const examples = [...this.affixes.values()].map((example) => ({ format: '1,234.56' as const, example }));
    return { is: 'contradictory', examples };
  }
}

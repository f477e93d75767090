import type { Agreement } from '../../core/agreement/agreement.ts';
import { decodeAgreement } from '../../core/agreement/decodeAgreement.ts';
import { parseDate } from '../../core/calendar/localDate.ts';
import { earn } from '../../core/earning/earn.ts';
import type { Earning } from '../../core/earning/earning.ts';
import { knownLines } from '../../core/fact/knownLines.ts';
import type { Line } from '../../core/fact/line.ts';
import { parseLine } from '../../core/fact/parseLine.ts';
import type { Master, MasterRecord } from '../../core/master/master.ts';
import { compilePlan } from '../../core/plan/compilePlan.ts';
import type { MatchContext } from '../../core/plan/matchLine.ts';
import type { Result } from '../../core/refusal/refusals.ts';
import { execute } from '../../engine/simple/execute.ts';
import type { CaseTexts, MasterText } from './caseTexts.ts';

/** What the program makes of the texts of a random case. */
export type CaseInputs = {
  readonly agreement: Agreement;
  readonly lines: readonly Line[];
  readonly context: MatchContext;
};

export function inputsOf(trade: CaseTexts): CaseInputs {
  return {
    agreement: accepted(decodeAgreement(trade.agreement)),
    lines: linesOf(trade, trade.known),
    context: { master: masterOf(trade.master), effective: dayOf(trade.effective) },
  };
}

/** The lines of a case as known at the end of a day. */
export function linesOf(trade: CaseTexts, known: string): readonly Line[] {
  const rows = trade.lines.map((texts, row) => ({
    file: 0,
    document: '',
    row,
    line: accepted(parseLine(texts)),
  }));
  return knownLines(rows, dayOf(known)).lines;
}

/** Every line that a case says, on whatever day, however often. */
export function parsedLines(trade: CaseTexts): readonly Line[] {
  return trade.lines.map((texts) => accepted(parseLine(texts)));
}

export function computed({ agreement, lines, context }: CaseInputs): Earning[] {
  const plan = compilePlan(agreement, context.master);
  return earn(plan, execute(plan, lines, context), context);
}

function masterOf(texts: readonly MasterText[]): Master {
  const recordsOf = (kind: MasterText['kind']) => {
    const records = new Map<string, MasterRecord>();
    for (const { kind: own, code, validFrom, ...version } of texts) {
      if (own !== kind) continue;
      const known = records.get(code)?.versions ?? [];
      const dated = validFrom === undefined ? version : { ...version, validFrom: dayOf(validFrom) };
      records.set(code, { code, versions: [...known, dated] });
    }
    return records;
  };
  return {
    partners: recordsOf('partner'),
    products: recordsOf('product'),
    categories: recordsOf('category'),
    rates: recordsOf('rate'),
    prices: recordsOf('price'),
    ownDocuments: recordsOf('ownDocument'),
  };
}

function dayOf(text: string): number {
  const day = parseDate(text);
  if (day === undefined) throw new Error(`${text} is no day`);
  return day;
}

function accepted<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(JSON.stringify(result.refusals));
}

import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { readAgreement } from '../../../adapters/files/readAgreement.ts';
import { collectLines } from '../../../adapters/files/readLines.ts';
import { readMaster } from '../../../adapters/files/readMaster.ts';
import { masterOf } from '../../../app/masterOf.ts';
import { PROGRAMMES } from '../../../core/agreement/agreement.ts';
import { decodeAgreement } from '../../../core/agreement/decodeAgreement.ts';
import { formatDate } from '../../../core/calendar/localDate.ts';
import { apportion } from '../../../core/earning/apportion.ts';
import { earn } from '../../../core/earning/earn.ts';
import type { Earning } from '../../../core/earning/earning.ts';
import { exactText } from '../../../core/explanation/operands.ts';
import { type Line, lineKey } from '../../../core/fact/line.ts';
import { type Master, NO_MASTER } from '../../../core/master/master.ts';
import { moneyText } from '../../../core/money/money.ts';
import { compilePlan } from '../../../core/plan/compilePlan.ts';
import { matchLine } from '../../../core/plan/matchLine.ts';
import { execute } from '../../../engine/simple/execute.ts';
import { accepted, demoPath } from './demoFiles.ts';

const EXAMPLES = readdirSync(demoPath('examples'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

/** An expected amount as the example's README works it out; `shares` and `blocked` only where there are any. */
type Expected = {
  readonly term: string;
  readonly partner: string;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly qualifier: string;
  readonly tier: number;
  readonly missing?: string;
  readonly earned: string;
  readonly shares?: Readonly<Record<string, string>>;
  readonly blocked?: number;
};

type Expectation = {
  readonly earnings: readonly Expected[];
  /** Line by document and number (after its term where there are several), and why it did not count. */
  readonly notCounted: Readonly<Record<string, string>>;
};

async function linesOf(example: string): Promise<Line[]> {
  const { rows } = accepted(await collectLines(demoPath('examples', example, 'lines.csv')));
  const lines = rows.map(({ parsed }) => {
    if ('line' in parsed) return parsed.line;
    throw new Error(`${example}: ${JSON.stringify(parsed.refusals)}`);
  });
  return lines.map((line) => withOriginal(line, lines));
}

/** A return is placed by the dates of the line that it takes back. */
function withOriginal(line: Line, lines: readonly Line[]): Line {
  const { returnOf, source } = line;
  const original = returnOf && lines.find((other) => lineKey(other) === lineKey({ source, ...returnOf }));
  return original === undefined ? line : { ...line, original };
}

async function masterFor(example: string): Promise<Master> {
  const path = demoPath('examples', example, 'master.json');
  return existsSync(path) ? masterOf(accepted(await readMaster(path))) : NO_MASTER;
}

async function calculate(example: string): Promise<Expectation> {
  const file = accepted(await readAgreement(demoPath('examples', example, 'agreement.json')));
  const agreement = accepted(decodeAgreement(file.parsed));
  const lines = await linesOf(example);
  const master = await masterFor(example);
  const plan = compilePlan(agreement, master);
  const context = { master, effective: agreement.validity.until - 1 };
  const earnings = earn(plan, execute(plan, lines, context), context).map((earning) => {
    const term = plan.terms.find(({ id }) => id === earning.term);
    const shares =
      term === undefined || earning.amount.minor === 0n ? [] : apportion(earning, term, lines, context);
    return expectedOf(
      earning,
      shares.map(({ line, shareMinor }) => [nameOf(line), shareMinor as bigint]),
    );
  });
  const notCounted = plan.terms.flatMap((term) =>
    lines.flatMap((line) => {
      const match = matchLine(term, line, context);
      const name = plan.terms.length === 1 ? nameOf(line) : `${term.id} ${nameOf(line)}`;
      return match.state === 'counted' ? [] : [[name, match.reason]];
    }),
  );
  return { earnings, notCounted: Object.fromEntries(notCounted) };
}

function nameOf(line: Line): string {
  return `${line.document}/${line.line}`;
}

function expectedOf(earning: Earning, shares: readonly (readonly [string, bigint])[]): Expected {
  const { window, amount, blocked } = earning;
  const { missing, reached } = earning.result;
  const texts = shares.map(([name, minor]) => [name, moneyText({ ...amount, minor })]);
  return {
    term: earning.term,
    partner: earning.partner,
    firstDay: formatDate(window.from),
    lastDay: formatDate(window.until - 1),
    qualifier: exactText(earning.qualifier.value),
    tier: reached.tier,
    ...(missing && { missing: exactText(missing) }),
    earned: moneyText(amount),
    ...(texts.length > 0 && { shares: Object.fromEntries(texts) }),
    ...(blocked.lines > 0 && { blocked: blocked.lines }),
  };
}

describe('the teaching examples', () => {
  it('are one for each programme of the trade', async () => {
    const programmes = EXAMPLES.map(async (example) => {
      const text = await readFile(demoPath('examples', example, 'agreement.json'), 'utf8');
      return (JSON.parse(text) as { programme: string }).programme;
    });
    const shown = new Set(await Promise.all(programmes));
    expect(PROGRAMMES.filter((programme) => programme !== 'other' && !shown.has(programme))).toEqual([]);
  });

  it('are all on the page of programmes', async () => {
    const page = await readFile(demoPath('..', 'docs', 'programmes.md'), 'utf8');
    const linked = [...page.matchAll(/\.\.\/demo\/examples\/([a-z-]+)\/README\.md/g)].map(([, name]) => name);
    expect(linked.toSorted()).toEqual(EXAMPLES.toSorted());
  });

  it.each(EXAMPLES)('%s gives what its README works out by hand', async (example) => {
    const text = await readFile(demoPath('examples', example, 'expected.json'), 'utf8');
    expect(await calculate(example)).toEqual(JSON.parse(text));
  });

  it.each(EXAMPLES)('%s brings master data for each of its lines, or none at all', async (example) => {
    const master = await masterFor(example);
    if (master === NO_MASTER) return;
    const lines = await linesOf(example);
    const unknown = lines.filter(
      ({ partner, product }) => !master.partners.has(partner) || !master.products.has(product),
    );
    expect(unknown.map(nameOf)).toEqual([]);
  });

  it.each(EXAMPLES)('%s names every amount in its README', async (example) => {
    const page = await readFile(demoPath('examples', example, 'README.md'), 'utf8');
    const { earnings } = await calculate(example);
    for (const { earned } of earnings) {
      expect(page).toContain(`**${earned.replace(/\B(?=(\d{3})+(?!\d))/g, ',')}**`);
    }
  });
});

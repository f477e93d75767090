import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DatabaseExecutor } from '../../app/calculation/databaseExecutor.ts';
import type { TenantId } from '../../app/ports.ts';
import type { Cells } from '../../core/cell/cell.ts';
import type { Line } from '../../core/fact/line.ts';
import { compilePlan } from '../../core/plan/compilePlan.ts';
import { plusCells } from '../../engine/mergeCells.ts';
import { execute } from '../../engine/simple/execute.ts';
import { type CaseInputs, inputsOf, parsedLines } from '../support/caseInputs.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { EVERY_CASE, TIME } from '../support/everyCase.ts';
import { LineTable } from '../support/lineTable.ts';
import { IS_DEEP } from '../support/tradeCases.ts';

// The push-down executor on a real server, as the role of the application and behind its walls, against the
// simple one over the lines that the same database gives.

const PLACES = 3;

/** A case takes a hundred statements here: fewer of them, and all in the deep run. */
function fewer<Runs extends { readonly numRuns: number }>(runs: Runs, part: number): Runs {
  return IS_DEEP ? runs : { ...runs, numRuns: Math.ceil(runs.numRuns / part) };
}

type Place = { readonly database: TestDatabase; readonly tenant: TenantId; readonly table: LineTable };
let places: readonly Place[];
let bystander: Place;

beforeAll(async () => {
  places = await Promise.all(
    Array.from({ length: PLACES }, async () => {
      const database = await testDatabase();
      return { database, tenant: await database.tenant(), table: await LineTable.open(database.adminUrl) };
    }),
  );
  const [{ database, table }] = places as [Place];
  bystander = { database, table, tenant: await database.tenant() };
});
afterAll(async () => {
  for (const { table, database } of places) {
    await table.close();
    await database.drop();
  }
});

function bytes({ cells, tallies, streams }: Cells): string {
  return JSON.stringify({ cells, tallies, streams: [...streams] }, (_, part) => {
    if (typeof part === 'bigint') return `${part}n`;
    const isObject = typeof part === 'object' && part !== null && !Array.isArray(part);
    return isObject ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part;
  });
}

/** Of so many terms of one placement the lines are laid out first. */
const TOGETHER = 4;

type Answer = {
  readonly cells: Cells;
  /** What the plan comes to as the first of several, over lines that are laid out. */
  readonly laidOut: Cells;
  readonly lines: readonly Line[];
  readonly asked: number;
  readonly judged: number;
};

/** What one database says of its lines, and the lines themselves as it knows them. */
async function ask({ database, tenant }: Place, batch: number, inputs: CaseInputs): Promise<Answer> {
  const plan = compilePlan(inputs.agreement, inputs.context.master);
  return database.store.inTenant(tenant, async (tx) => {
    const executor = new DatabaseExecutor(tx, { tenant, batch }, inputs.context);
    const { cells, asked, judged } = await executor.execute(plan);
    let laidOut = cells;
    for await (const one of executor.executeAll(new Array(TOGETHER).fill(plan))) {
      laidOut = one.cells;
      break;
    }
    return { cells, laidOut, lines: await tx.lines.knownAt(batch, {}), asked: asked.length, judged };
  });
}

function simple({ agreement, context }: CaseInputs, lines: readonly Line[]): Cells {
  return execute(compilePlan(agreement, context.master), lines, context);
}

describe('the push-down executor', () => {
  it.each(EVERY_CASE)('gives the cells of the simple one, to the byte: %s', TIME, async (_, cases, runs) => {
    const [place] = places as [Place];
    let cells = 0;
    for (const trade of fc.sample(cases, fewer(runs, 3))) {
      const inputs = inputsOf(trade);
      const lines = parsedLines(trade);
      await place.table.fill(bystander.tenant, lines);
      const batch = await place.table.fill(place.tenant, lines);
      const answer = await ask(place, batch, inputs);
      const expected = bytes(simple(inputs, answer.lines));
      expect(bytes(answer.cells)).toBe(expected);
      expect(bytes(answer.laidOut)).toBe(expected);
      cells += answer.cells.cells.length;
    }
    expect(cells).toBeGreaterThan(0);
  });

  it.each(EVERY_CASE)(
    'gives them in databases that hold a part of the partners each: %s',
    TIME,
    async (_, cases, runs) => {
      for (const trade of fc.sample(cases, fewer(runs, 12))) {
        const inputs = inputsOf(trade);
        const lines = parsedLines(trade);
        const partners = [...new Set(lines.map(({ partner }) => partner))];
        const answers: Answer[] = [];
        for (const [at, place] of places.entries()) {
          const own = lines.filter(({ partner }) => partners.indexOf(partner) % PLACES === at);
          answers.push(await ask(place, await place.table.fill(place.tenant, own), inputs));
        }
        const whole = answers.flatMap((answer) => answer.lines);
        expect(bytes(plusCells(...answers.map((answer) => answer.cells)))).toBe(bytes(simple(inputs, whole)));
      }
    },
  );

  it('sums plain terms in the database, and hands over few lines of them', TIME, async () => {
    const [place] = places as [Place];
    const [, plain, runs] = EVERY_CASE[0] as (typeof EVERY_CASE)[number];
    let [asked, judged, known] = [0, 0, 0];
    for (const trade of fc.sample(plain, fewer(runs, 5))) {
      const inputs = inputsOf(trade);
      const batch = await place.table.fill(place.tenant, parsedLines(trade));
      const answer = await ask(place, batch, inputs);
      asked += answer.asked;
      judged += answer.judged;
      known += answer.lines.length * inputs.agreement.terms.length;
    }
    expect(asked).toBe(0);
    expect(judged).toBeLessThan(known / 2);
  });
});

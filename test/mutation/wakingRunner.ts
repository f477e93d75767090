import { openSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { type RunnerTestCase, TestRunner } from 'vitest';

declare global {
  var mutant: number | undefined;
}

/** Where it is written which fault is awake, so that one that goes round in circles is found out. */
let now: number | undefined;
let trials = 0;

/** With UNNOTICED, a file of numbers: strikes out those of faults that a test fails with. */
export class WakingRunner extends TestRunner {
  async runTask(test: RunnerTestCase): Promise<void> {
    const run = TestRunner.getTestFn(test);
    await run();
    const report = process.env.UNNOTICED;
    if (report === undefined) return;
    const left: number[] = JSON.parse(readFileSync(report, 'utf8'));
    const unnoticed: number[] = [];
    now ??= openSync(`${report}.now`, 'w');
    for (const number of left) {
      trials += 1;
      writeSync(now, `${number} ${trials} `, 0);
      globalThis.mutant = number;
      if (await passes(run)) unnoticed.push(number);
    }
    globalThis.mutant = undefined;
    if (unnoticed.length < left.length) writeFileSync(report, JSON.stringify(unnoticed));
  }
}

async function passes(run: () => unknown): Promise<boolean> {
  try {
    await run();
    return true;
  } catch {
    return false;
  }
}

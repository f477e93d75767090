import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';

/** What was measured, in milliseconds of the clock, once or several times; `note` says what of it is scaled or missing. */
export type Figure = { readonly name: string; readonly all: readonly number[]; readonly note: string };

/** Collects what is measured, shows it as it comes, and gives it as a table and as JSON at the end. */
export class Figures {
  private readonly figures: Figure[] = [];
  private readonly facts: Record<string, string> = {};

  fact(name: string, value: string): void {
    this.facts[name] = value;
    process.stderr.write(`${name}: ${value}\n`);
  }

  add(name: string, all: readonly number[], note = ''): void {
    this.figures.push({ name, all: all.toSorted((a, b) => a - b), note });
    process.stderr.write(`${name}: ${all.map((ms) => ms.toFixed(1)).join(', ')} ms ${note}\n`);
  }

  medianOf(name: string): number | undefined {
    const all = this.figures.find((figure) => figure.name === name)?.all;
    return all?.[Math.floor(all.length / 2)];
  }

  /** How many times longer `of` took than `than`, by their medians. */
  ratio(name: string, of: string, than: string): void {
    const [long, short] = [this.medianOf(of), this.medianOf(than)];
    if (long !== undefined && short !== undefined && short > 0) this.fact(name, (long / short).toFixed(2));
  }

  write(path: string | undefined): void {
    const ms = (value: number | undefined) =>
      (value ?? 0).toFixed(value !== undefined && value < 100 ? 1 : 0);
    const rows = this.figures.map(({ name, all, note }) => {
      const median = all[Math.floor(all.length / 2)];
      return `| ${name} | ${ms(all[0])} | ${ms(median)} | ${ms(all.at(-1))} | ${note} |`;
    });
    const head = '| what | least ms | median ms | most ms | note |\n| --- | ---: | ---: | ---: | --- |';
    const facts = Object.entries(this.facts).map(([name, value]) => `| ${name} | ${value} |`);
    process.stdout.write(`${head}\n${rows.join('\n')}\n\n| fact | |\n| --- | --- |\n${facts.join('\n')}\n`);
    if (path !== undefined) {
      writeFileSync(path, JSON.stringify({ facts: this.facts, figures: this.figures }, undefined, 2));
    }
  }
}

export function machine(): string {
  const [cpu] = cpus();
  return `${cpus().length} × ${cpu?.model}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`;
}

export function load(): string {
  return loadavg()
    .map((value) => value.toFixed(1))
    .join(' ');
}

/** Memory of this process in MB: as it is, and at most. */
export function memory(): string {
  const status = readFileSync('/proc/self/status', 'utf8');
  const of = (name: string) =>
    Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024);
  return `${of('VmRSS')} MB, ${of('VmHWM')} MB at most`;
}

export async function timed<T>(work: () => T | Promise<T>): Promise<{ value: T; ms: number }> {
  const began = performance.now();
  const value = await work();
  return { value, ms: performance.now() - began };
}

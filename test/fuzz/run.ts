import { parseArgs } from 'node:util';
import { keepInCorpus } from './fuzz.ts';
import { type Ended, fuzzProcess } from './fuzzProcess.ts';
import { FUZZ_TARGETS, PARSERS, type Parser } from './fuzzTargets.ts';

// `npm run fuzz -- --parser csv --cases 1000000 --seed 7`: a process of its own for each parser, which is
// ended when a case does not end; what broke a parser goes to the corpus.

const WORK_MS = 1000;
const MEMORY_MB = 300;

const { values } = parseArgs({
  options: {
    parser: { type: 'string', default: 'all' },
    cases: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '20261129' },
  },
});
const chosen = values.parser === 'all' ? PARSERS : [values.parser as Parser];
const unknown = chosen.find((parser) => !Object.hasOwn(FUZZ_TARGETS, parser));
if (unknown !== undefined) throw new Error(`--parser: ${Object.keys(FUZZ_TARGETS).join(', ')}, all`);

process.stdout.write(
  '| parser | cases | a core and second | peak memory (MB) | slowest case (ms) | ends | failed |\n',
);
process.stdout.write('| --- | ---: | ---: | ---: | ---: | ---: | --- |\n');
for (const parser of chosen) {
  const order = { parser, cases: Number(values.cases), seed: Number(values.seed) };
  const done = await fuzzProcess(order);
  const failed = verdict(parser, done);
  if (failed !== '') process.exitCode = 1;
  const { cases, cpuSeconds, peakMb, slowestMs, kinds } = done.result;
  const figures = [cases, Math.round(cases / cpuSeconds), Math.round(peakMb), Math.round(slowestMs), kinds];
  process.stdout.write(`| ${parser} | ${figures.join(' | ')} | ${failed || 'none'} |\n`);
}

function verdict(parser: Parser, { result, ended, now }: Ended): string {
  const { failure, slowestMs, peakMb } = result;
  if (failure !== undefined)
    return `case ${failure.number}: ${failure.text}; ${kept(parser, Buffer.from(failure.bytes, 'base64'))}`;
  if (ended !== '') return `${ended}; ${kept(parser, now)}`;
  if (slowestMs > WORK_MS) return `a case of ${Math.round(slowestMs)} ms`;
  return peakMb > MEMORY_MB ? `${Math.round(peakMb)} MB` : '';
}

function kept(parser: Parser, bytes: Buffer): string {
  return parser.includes('canary') ? 'not kept' : keepInCorpus(parser, bytes);
}

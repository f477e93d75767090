import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { parseYaml } from '../../../adapters/files/readAgreement.ts';
import { parseJson } from '../../../adapters/files/readJson.ts';
import {
  decodeFactSource,
  decodeLineSource,
  decodeMasterSource,
} from '../../../adapters/files/sourceDescription.ts';
import { decodeAgreement } from '../../../core/agreement/decodeAgreement.ts';
import type { Refusal, Result } from '../../../core/refusal/refusals.ts';
import type { Json } from '../../../core/text/canonicalJson.ts';
import type { Draw } from '../../crash/seededRandom.ts';
import { demoPath } from '../../facts/demo/demoFiles.ts';
import { changed, INSTEAD, pathsOf, valueAt } from '../../support/changedJson.ts';
import { REFUSED_AGREEMENTS } from '../../support/refusedAgreements.ts';
import type { FuzzCase, FuzzTarget } from '../fuzzTarget.ts';
import { expectReadable } from '../readable.ts';

const TOKENS = [
  ...'{ } [ ] : , " null true 1 -1 1.5 "x" {} [] \\ "term":'.split(' '),
  ...['\n', '  ', '- ', ': ', '#', '&a ', '*a', '!!binary ', '|\n', '>\n', '? ', '---\n', '...\n'],
  ...['%YAML 1.1\n', '\t', '<<: ', "'", '\0', '中'],
];

/** Agreements as people write them: JSON, or YAML, of which JSON is a part. */
export function agreementTarget(): FuzzTarget {
  const texts = REFUSED_AGREEMENTS.flatMap(({ text, accepted }) => [text, accepted]);
  return {
    ...textSamples(texts),
    tokens: TOKENS,
    run: ({ bytes }) => {
      const text = bytes.toString('utf8');
      const [asJson, asYaml] = [parseJson(text, 'file'), parseYaml(text, 'file')];
      if (asJson.ok && asYaml.ok) assert.deepEqual(asYaml.value, asJson.value, 'YAML and JSON differ');
      const parsed = asJson.ok ? asJson : asYaml;
      if (!asJson.ok) expectReadable(asJson.refusals);
      if (!asYaml.ok) expectReadable(asYaml.refusals);
      return parsed.ok ? outcome(decodeAgreement(parsed.value)) : outcome(parsed);
    },
  };
}

/** Descriptions of other systems' files. */
export function mappingTarget(): FuzzTarget {
  const folder = demoPath('sources');
  const texts = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')) as Json);
  return {
    ...textSamples([...texts, PAYMENTS]),
    tokens: TOKENS,
    run: ({ bytes }) => {
      const parsed = parseJson(bytes.toString('utf8'), 'file');
      if (!parsed.ok) return outcome(parsed);
      return DECODERS.map((decode) => outcome(decode(parsed.value))).join(' ');
    },
  };
}

const DECODERS = [decodeLineSource, decodeMasterSource, decodeFactSource];

const PAYMENTS: Json = {
  format: 'openrebate-facts/v1',
  kind: 'payments',
  file: 'paid.csv',
  reading: { columns: { amount: { number: '1,234.56' } } },
  fields: {
    source: { constant: 'bank' },
    payment: { column: 'no' },
    paidOn: { column: 'day' },
    document: { column: 'invoice' },
    amount: { column: 'amount' },
    currency: { constant: 'EUR' },
  },
};

/** Texts of JSON, and changes of them. */
export function textSamples(texts: readonly Json[]): Pick<FuzzTarget, 'samples' | 'made'> {
  const paths = new Map(texts.map((text) => [text, pathsOf(text)] as const));
  return {
    samples: async () => texts.map((text) => ({ bytes: Buffer.from(JSON.stringify(text)) })),
    made: (draw) => changedText(texts, paths, draw),
  };
}

/** Something else stands somewhere in one of the texts. */
function changedText(
  texts: readonly Json[],
  paths: ReadonlyMap<Json, ReturnType<typeof pathsOf>>,
  draw: Draw,
): FuzzCase {
  let text = texts[draw(texts.length)] as Json;
  const all = paths.get(text) ?? [];
  for (let changes = 1 + draw(3); changes > 0; changes -= 1) {
    const path = all[draw(all.length)] ?? [];
    if (path.length === 0 || valueAt(text, path) === undefined) continue;
    const other = texts[draw(texts.length)] as Json;
    const from = paths.get(other) ?? [];
    const instead =
      draw(3) === 0 ? valueAt(other, from[draw(from.length)] ?? []) : INSTEAD[draw(INSTEAD.length)];
    text = changed(text, path, instead);
  }
  return { bytes: Buffer.from(JSON.stringify(text)) };
}

export function outcome(result: Result<unknown>): string {
  return result.ok ? 'accepted' : expectReadable(result.refusals as readonly Refusal[]);
}

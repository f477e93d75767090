import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FORMULAS, VALUE_BASES } from '../../core/agreement/agreement.ts';
import { agreementSchema } from '../../core/agreement/agreementSchema.ts';
import { decodeAgreement } from '../../core/agreement/decodeAgreement.ts';
import { REFUSALS } from '../../core/refusal/refusals.ts';
import type { Json } from '../../core/text/canonicalJson.ts';
import { codeBlock } from './documentTables.ts';
import { formatPage, titlesWithFields } from './formatPage.ts';
import { completedSnippets } from './formatSnippets.ts';
import { formatted } from './formatted.ts';

const DOCS = join(import.meta.dirname, '../../docs');
const page = readFileSync(join(DOCS, 'format.md'), 'utf8');

type JsonObject = { readonly [name: string]: Json };

describe('docs/schema/openrebate-v1.schema.json', () => {
  it('is the schema of the format', async () => {
    const file = join(DOCS, 'schema/openrebate-v1.schema.json');
    await expect(formatted(JSON.stringify(agreementSchema()), file)).toMatchFileSnapshot(file);
  });

  it('says what every field means', () => {
    const silent = fieldsOf(agreementSchema()).filter(([, field]) => !/\.$/.test(String(field.description)));
    expect(silent.map(([name]) => name)).toEqual([]);
    expect(fieldsOf(agreementSchema()).length).toBeGreaterThan(200);
  });
});

/** Every field of a schema with its name. */
function fieldsOf(schema: Json): [string, JsonObject][] {
  if (typeof schema !== 'object' || schema === null) return [];
  const own = Object.entries(((schema as JsonObject).properties ?? {}) as JsonObject);
  return [...(own as [string, JsonObject][]), ...Object.values(schema).flatMap(fieldsOf)];
}

describe('docs/format.md', () => {
  it('has a table of every object, with the meaning, values and refusals of every field', async () => {
    const file = join(DOCS, 'format.md');
    await expect(formatted(formatPage(page), file)).toMatchFileSnapshot(file);
    const tables = [...page.matchAll(/<!-- fields: (.+?) -->/g)].map(([, title]) => title);
    expect(tables.toSorted()).toEqual(titlesWithFields().toSorted());
  });

  it('has a heading for each table, so that links lead to it', () => {
    for (const title of titlesWithFields()) expect(page).toMatch(new RegExp(`^##+ ${title}$`, 'm'));
  });

  it('names refusals that exist', () => {
    const named = [...page.matchAll(/`(agreement-[a-z-]+)`/g)].map(([, code]) => code as string);
    expect(named.length).toBeGreaterThan(50);
    expect(named.filter((code) => !(code in REFUSALS))).toEqual([]);
  });
});

const frame = JSON.parse(codeBlock(page, 'json')) as JsonObject;
const snippets = completedSnippets(page);

describe('the examples of docs/format.md', () => {
  it('begin with an agreement that is accepted as it stands', () => {
    expect(decodeAgreement(frame)).toMatchObject({ ok: true });
  });

  it.each(snippets.map((snippet, index) => [index + 1, snippet] as const))(
    'are accepted in it: number %i',
    (_, snippet) => {
      const result = decodeAgreement(snippet);
      expect(result.ok ? [] : result.refusals).toEqual([]);
    },
  );

  it('show every formula, every kind of measure and every choice but plain ones', () => {
    const shown = JSON.stringify(snippets);
    const missing = [...FORMULAS, ...VALUE_BASES, ...CHOICES].filter((word) => !shown.includes(`"${word}"`));
    expect(missing).toEqual([]);
  });
});

/** Words that name a mechanism. */
const CHOICES = [
  ...[
    'quantity',
    'atPrice',
    'priceDifference',
    'count',
    'pallets',
    'bundles',
    'share',
    'parts',
    'under',
    'notIn',
  ],
  ...['fiscal', 'weeks', 'fromStart', 'within', 'toDate', 'rollingMonths', 'cumulative', 'percentOfTable'],
  ...[
    'byDays',
    'gates',
    'document',
    'limits',
    'programme',
    'proRata',
    'floor',
    'minimum',
    'guarantee',
    'group',
  ],
  ...[
    'exclusive',
    'netting',
    'sharedCaps',
    'supplements',
    'termination',
    'factorsAsOf',
    'through',
    'unitRate',
  ],
  ...[
    'averageOfMonths',
    'fixed',
    'entered',
    'treatAsTier',
    'useDefault',
    'likeForLike',
    'oldRate',
    'notWhole',
  ],
  ...[
    'average',
    'sequence',
    'withinDays',
    'graceDays',
    'currentAtOriginalRate',
    'oldestSale',
    'mirror',
    'free',
  ],
  ...[
    'ownRate',
    'programmeWindow',
    'minimumPayout',
    'neither',
    'supplierRebate',
    'settlement',
    'beneficiary',
  ],
];

import { expect, test } from 'vitest';
import type { Finding } from '../trust/finding.ts';
import { trustFindingText } from './detectorText.ts';

const FINDING: Finding = {
  detector: 'duplicateClaims',
  version: 2,
  group: 'fraud',
  object: 'claim',
  id: '01a2',
  score: 870,
  evidence: [
    {
      object: 'claim',
      id: '01a2',
      facts: {
        amount: '1235.40 USD',
        reference: 'SAL 2025/H1',
        other: 'SAL-2025-H1',
        otherPartner: 'SAVEA',
        likeness: 'spelled',
      },
    },
  ],
};

test.each([
  [
    'en',
    'Claim of USD 1,235.40 (SAL 2025/H1) looks like claim SAL-2025-H1 of SAVEA: number spelled otherwise.',
  ],
  ['zh-CN', '索赔 USD 1,235.40（SAL 2025/H1）与 SAVEA 的索赔 SAL-2025-H1 相似：编号写法不同。'],
] as const)('money is written as readers write it, and codes in words (%s)', (language, text) => {
  expect(trustFindingText(FINDING, language).replaceAll('\u00a0', ' ')).toBe(text);
});

test('a unit of three capitals is no currency', () => {
  const [first] = FINDING.evidence;
  const facts = { ...first?.facts, amount: '1235.40 PCE' };
  const counted = { ...FINDING, evidence: [{ object: 'claim', id: '01a2', facts }] } as const;
  expect(trustFindingText(counted, 'en')).toContain('Claim of 1235.40 PCE');
});

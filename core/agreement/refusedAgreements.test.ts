import { describe, expect, it } from 'vitest';
import { REFUSED_AGREEMENTS } from '../../test/support/refusedAgreements.ts';
import type { Refusal } from '../refusal/refusals.ts';
import { decodeAgreement } from './decodeAgreement.ts';

function written({ code, at, facts }: Refusal): string {
  return [code, at, ...(Object.keys(facts).length > 0 ? [JSON.stringify(facts)] : [])].join(' ');
}

function refusalsOf(text: unknown): string[] {
  const result = decodeAgreement(text);
  return result.ok ? [] : result.refusals.map(written);
}

describe('an agreement without sense is refused, and its neighbour is not:', () => {
  it.each(REFUSED_AGREEMENTS)('$what', ({ text, refused, accepted }) => {
    expect(refusalsOf(text)).toEqual(refused);
    expect(refusalsOf(accepted)).toEqual([]);
  });
});

import { expect, it } from 'vitest';
import { DETECTORS } from '../../../core/trust/detectors.ts';
import { detectorWords } from './detectorWords.ts';

it('has words for every detector, and for no other', () => {
  expect(Object.keys(detectorWords.en).sort()).toEqual(DETECTORS.map(({ name }) => name).sort());
});

import { expect, it } from 'vitest';
import { objectPlace } from './objectPlace.ts';

it.each([
  ['claim', 'c1', '/claims?claim=c1'],
  ['claimLine', 'c1/2', '/claims?claim=c1'],
  ['settlement', 's1', '/settlement?settlement=s1'],
  ['partner', 'P 1/a', '/facts/master?thing=partner&code=P%201%2Fa'],
  ['bankChange', 'P1/7', '/settlement/accounts?partner=P1'],
  ['line', 'erp/D 1/3', '/facts?source=erp&of=D%201&line=3'],
  ['earning', 'A/P1/2026-01-01', '/earnings?agreement=A&partner=P1'],
  ['approval', 'a', undefined],
] as const)('of %s %s it is %s', (object, id, place) => {
  expect(objectPlace(object, id)).toBe(place);
});

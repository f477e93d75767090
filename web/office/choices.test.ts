import { expect, test } from 'vitest';
import { noChoices, partnersMeant } from './choices.js';

const choices = noChoices();
for (const [code, name] of [
  ['AW00000197', 'Fabrikam Inc., West'],
  ['AW00000198', 'Field Trip Inc'],
  ['AW00000199', 'Field Trip Store'],
  ['北京01', '北京贸易有限公司'],
] as const) {
  choices.partners.set(code, name);
}

test.each([
  ['', ['']],
  ['  ', ['']],
  ['AW00000198', ['AW00000198']],
  ['aw00000198 ', ['AW00000198']],
  ['field trip inc', ['AW00000198']],
  ['fabri', ['AW00000197']],
  ['field trip', ['AW00000198', 'AW00000199']],
  ['北京贸易', ['北京01']],
  ['X-77', ['X-77']],
])('"%s" means %j', (typed, codes) => {
  expect(partnersMeant(choices, typed)).toEqual(codes);
});

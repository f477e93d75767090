import { expect, it } from 'vitest';
import { SCOPES } from '../../../app/access/scope.ts';
import { sayIn } from '../../text/texts.ts';
import { scopeName, scopeNames } from './scopeName.ts';
import { scopeWords } from './scopeWords.ts';

it.each(['en', 'zh-CN'] as const)('says in words what each scope is, in %s', (language) => {
  const said = SCOPES.map((scope) => scopeName(scope, sayIn(scopeWords, language, String)));
  expect(said.filter((text) => text.includes('undefined'))).toEqual([]);
  expect(new Set(said).size).toBe(SCOPES.length);
});

it('says together what may be done with one thing', () => {
  const say = sayIn(scopeWords, 'en', String);
  const list = (names: readonly string[]) => names.join(' and ');
  expect(scopeNames(['claims:read', 'jobs:read', 'claims:write'], say, list)).toEqual([
    'Claims and disputes: see and change',
    'Jobs: see',
  ]);
});

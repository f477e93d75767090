import { expect, it } from 'vitest';
import { SCOPES } from '../../../app/access/scope.ts';
import { sayIn } from '../../text/texts.ts';
import { scopeName } from './scopeName.ts';
import { scopeWords } from './scopeWords.ts';

it.each(['en', 'zh-CN'] as const)('says in words what each scope is, in %s', (language) => {
  const said = SCOPES.map((scope) => scopeName(scope, sayIn(scopeWords, language, String)));
  expect(said.filter((text) => text.includes('undefined'))).toEqual([]);
  expect(new Set(said).size).toBe(SCOPES.length);
});

import { expect, it } from 'vitest';
import { conflictsIn, dutiesOf } from '../../app/access/duty.ts';
import { PARTNER_ROLES, ROLES, scopesOf } from '../../app/access/role.ts';
import { PORTAL_SCOPES, SCOPES } from '../../app/access/scope.ts';

it.each(ROLES)('the role %s holds no two duties that do not go together', (role) => {
  expect(conflictsIn(dutiesOf(new Set(scopesOf(role))))).toEqual([]);
  expect(new Set(scopesOf(role)).size).toBe(scopesOf(role).length);
});

it('an auditor changes nothing', () => {
  expect(scopesOf('auditor').filter((scope) => !scope.endsWith(':read'))).toEqual([]);
});

it('a partner’s person is shown what partners are shown, and nothing else', () => {
  for (const role of PARTNER_ROLES) {
    expect(scopesOf(role).filter((scope) => !PORTAL_SCOPES.includes(scope))).toEqual([]);
  }
});

it('whatever can be done at all is for somebody at a browser', () => {
  const held = new Set(ROLES.flatMap(scopesOf));
  expect(SCOPES.filter((scope) => !held.has(scope))).toEqual([]);
});

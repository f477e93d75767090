import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { COMMANDS, commandTexts, isMeant, namesOf, rankOf } from './commands.ts';

const office = new URL('..', import.meta.url).pathname;

/** Pages that are no place to go to: one comes there by what one wants. */
const NO_COMMAND = [
  '/sign-in',
  '/invitation',
  '/password',
  '/password-lost',
  '/sso',
  '/sso-begin',
  '/welcome/own',
  '/mail-stop',
];

/** Every address of the office that needs no more than itself; signing in is its own and the portal's. */
function addresses(): string[] {
  const files = [...globSync(`${office}**/*{Route,Routes}.ts`), `${office}../session/sessionRoutes.ts`];
  return files
    .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/path: '([^']+)'/g)])
    .map(([, path = '']) => path)
    .filter((path) => !path.includes('$'));
}

describe('the palette', () => {
  it('leads to every page of the office, and to no other', () => {
    const pages = addresses().filter((path) => !NO_COMMAND.includes(path));
    expect(pages.length).toBeGreaterThan(5);
    expect(COMMANDS.map(({ to }) => to).toSorted()).toEqual(pages.toSorted());
  });

  it.each(['en', 'zh-CN'] as const)('has a name of its own for each in %s, and other words', (language) => {
    const said = COMMANDS.map(({ name }) => namesOf(String(commandTexts[language][name])));
    expect(new Set(said.map(({ name }) => name)).size).toBe(COMMANDS.length);
    for (const { name, words } of said) expect(words.length).toBeGreaterThan(name.length + 1);
  });

  it.each([
    ['claims disp', 'Claims and disputes | answer', true],
    ['ANSWER', 'Claims and disputes | answer', true],
    ['answers', 'Claims and disputes | answer', false],
    ['', 'Claims and disputes', true],
  ])('takes %s for %s: %s', (typed, said, is) => {
    expect(isMeant(namesOf(said).words, typed)).toBe(is);
  });

  it.each([
    ['New agreement', 'new agr', 0],
    ['Payment runs', 'runs', 1],
    ['Agreements', 'new', 2],
  ])('puts %s for %s at %i', (name, typed, rank) => {
    expect(rankOf(name, typed)).toBe(rank);
  });
});

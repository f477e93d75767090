import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { importsOf } from '../../../test/tidy/imports.ts';
import type { Text, Texts } from '../../text/texts.ts';
import { COMMANDS, commandTexts, isMeant, namesOf } from './commands.ts';

// What buttons say is found in the palette, too: it leads to the page where the button stands.

const office = join(import.meta.dirname, '..');

/** Steps inside of something that was begun, and ways of looking: nobody searches for them. */
const STEPS =
  /^(look|clear|stop|close|save|menu|kept|more|showAll|all|button|aside|again|forget|comeBack|change|remove|chooseNone|startAnew|takeText|takeBack|ask|add(Tier|Price|Level|Condition|ConditionTo)?|removeTier|removePrice|removeCondition|write|send|repeat|cancel|hide|tour(Before|Next|End))$/;

/** Where the pages of a folder are, if not at its own name. */
const PLACES: Readonly<Record<string, string>> = {
  payments: '/settlement',
  home: '/',
  lines: '/facts',
  stock: '/facts/stock',
};

type Action = { readonly file: string; readonly key: string; readonly said: Texts };

/** Every deed and button of the office that has a text of its own. */
async function actions(): Promise<readonly Action[]> {
  const found: Action[] = [];
  for (const file of globSync(`${office}/**/*.tsx`)) {
    const text = readFileSync(file, 'utf8');
    const catalogues = importsOf({ path: file, text }).filter(({ specifier }) =>
      /[tT]exts\.ts$/.test(specifier),
    );
    const pressed = [
      ...text.matchAll(/<Button\b[^>]*(?:=>[^>]*)*>\s*\{say\w*\('(\w[\w.]*)'/g),
      ...text.matchAll(/<Form\b[^>]*?(?:=>[^>]*?)*submit=\{(?:\w+ \? )?say\w*\('(\w[\w.]*)'/g),
      ...text.matchAll(/<Deed\b[^>]*?name=\{say\w*\('(\w[\w.]*)'/g),
    ];
    for (const { specifier } of catalogues) {
      const module = (await import(join(dirname(file), specifier))) as Readonly<Record<string, Texts>>;
      for (const [name, said] of Object.entries(module)) {
        if (!text.includes(`(${name})`)) continue;
        for (const [, key = ''] of pressed)
          if (key in said.en && !STEPS.test(key)) found.push({ file, key, said });
      }
    }
  }
  return found;
}

const wordsOf = (text: Text) =>
  (typeof text === 'string' ? text : text.other).replaceAll(/\{\w+\}|[….,:：。]/g, ' ').trim();

function placeOf(file: string): string {
  const [place = '', part = ''] = file.slice(office.length + 1).split('/');
  const known = PLACES[part] ?? PLACES[place];
  if (known !== undefined) return known;
  return place === 'facts' && !part.endsWith('.tsx') ? `/facts/${part}` : `/${place}`;
}

const all = await actions();

it.each(['en', 'zh-CN'] as const)(
  'leads to their page by what buttons say in %s, 95 in 100 at least',
  (language) => {
    const lost = all.filter(({ file, key, said }) => {
      const name = wordsOf(said[language][key] as Text);
      return !COMMANDS.some((command) => {
        const { words } = namesOf(String(commandTexts[language][command.name]));
        return command.to.startsWith(placeOf(file)) && isMeant(words, name);
      });
    });
    process.stdout.write(
      `${language}: ${all.length - lost.length} of ${all.length} actions are found by name\n`,
    );
    const listed = lost.map(
      ({ file, key, said }) =>
        `${placeOf(file)} ${file.split('/').at(-1)} ${key}: ${wordsOf(said[language][key] as Text)}`,
    );
    expect(all.length).toBeGreaterThan(60);
    expect(lost.length / all.length, listed.join('\n')).toBeLessThanOrEqual(0.05);
  },
);

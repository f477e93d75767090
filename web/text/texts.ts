import type { Language } from './language.ts';

/**
 * A text with the places of its facts in braces. Where it depends on a number it has two forms,
 * chosen by the fact `count`.
 */
export type Text = string | { readonly one: string; readonly other: string };

export type Fact = string | number;
type Entries = Readonly<Record<string, Text>>;

/** Everything that a part of the pages says itself, in every language. */
export type Texts<E extends Entries = Entries> = Readonly<{
  en: E;
  'zh-CN': Readonly<Record<keyof E, Text>>;
}>;

type PlacesIn<T> = T extends `${string}{${infer Place}}${infer Rest}` ? Place | PlacesIn<Rest> : never;
type PlacesOf<T> = T extends { readonly one: infer One; readonly other: infer Other }
  ? PlacesIn<One> | PlacesIn<Other> | 'count'
  : PlacesIn<T>;

/** What has to be said with a text: nothing, where it has no places. */
export type FactsOf<T> = [PlacesOf<T>] extends [never] ? [] : [facts: Readonly<Record<PlacesOf<T>, Fact>>];

/** Says a text of these in the reader's language. */
export type Say<T extends Texts> = <K extends keyof T['en'] & string>(
  key: K,
  ...facts: FactsOf<T['en'][K]>
) => string;

/** A catalogue: the compiler refuses a key that only one language has, and a fact that is not given. */
export function texts<const E extends Entries>(en: E, zhCn: Readonly<Record<keyof E, Text>>): Texts<E> {
  return { en, 'zh-CN': zhCn };
}

/** How a language writes a fact. */
export type FactWriter = (fact: Fact) => string;

/** How a language writes a text of a catalogue: as it stands there, but for the language of who looks for faults. */
export type TextWriter = (text: Text) => Text;

export function sayIn<T extends Texts>(
  catalogue: T,
  language: Language,
  write: FactWriter,
  writeText: TextWriter = (text) => text,
): Say<T> {
  const own = catalogue[language] as Entries;
  return (key, ...[facts = {}]) => {
    const given = facts as Readonly<Record<string, Fact>>;
    const written = Object.fromEntries(Object.entries(given).map(([name, fact]) => [name, write(fact)]));
    return fillText(writeText(own[key] as Text), written, given.count === 1 ? 'one' : 'other');
  };
}

/** Puts facts into their places; a place without a fact stays seen. */
export function fillText(
  text: Text,
  facts: Readonly<Record<string, string>>,
  form: 'one' | 'other' = 'other',
): string {
  const whole = typeof text === 'string' ? text : text[form];
  return whole.replaceAll(/\{(\w+)\}/g, (place, name: string) => facts[name] ?? place);
}

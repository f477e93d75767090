import type { Say } from '../../text/texts.ts';
import type { scopeWords } from './scopeWords.ts';
import type { Scope } from './settingsTypes.ts';

/** `facts:read` in words. */
export function scopeName(scope: Scope, say: Say<typeof scopeWords>): string {
  return say('scope', { of: ofWhat(scope, say), may: mayWhat(scope, say) });
}

/** The same of several: what may be done with one thing stands together. */
export function scopeNames(
  scopes: readonly Scope[],
  say: Say<typeof scopeWords>,
  list: (names: readonly string[]) => string,
): readonly string[] {
  return [...Map.groupBy(scopes, (scope) => ofWhat(scope, say))].map(([of, own]) =>
    say('scope', { of, may: list(own.map((scope) => mayWhat(scope, say))) }),
  );
}

function ofWhat(scope: Scope, say: Say<typeof scopeWords>): string {
  return say(`of.${scope.split(':')[0]}` as 'of.facts');
}

function mayWhat(scope: Scope, say: Say<typeof scopeWords>): string {
  return say(`may.${scope.split(':')[1]}` as 'may.read');
}

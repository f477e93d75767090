import type { Say } from '../../text/texts.ts';
import type { scopeWords } from './scopeWords.ts';
import type { Scope } from './settingsTypes.ts';

/** `facts:read` in words. */
export function scopeName(scope: Scope, say: Say<typeof scopeWords>): string {
  const [of, may] = scope.split(':');
  return say('scope', { of: say(`of.${of}` as 'of.facts'), may: say(`may.${may}` as 'may.read') });
}

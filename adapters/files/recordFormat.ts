import type { Decoder } from '../../core/agreement/decoder.ts';
import { refuse } from '../../core/refusal/refusals.ts';

/** An object whose members are named by the file, all of one kind. */
export function recordOf<T>(item: Decoder<T>): Decoder<Readonly<Record<string, T>>> {
  return {
    schema: { type: 'object', additionalProperties: item.schema },
    decode: (json, at, refusals) => {
      if (typeof json !== 'object' || json === null || Array.isArray(json)) {
        refusals.push(refuse('agreement-field-type', at, { expected: 'object' }));
        return undefined;
      }
      const before = refusals.length;
      const members = Object.entries(json).map(([name, entry]) => [
        name,
        item.decode(entry, `${at}.${name}`, refusals),
      ]);
      return refusals.length === before ? (Object.fromEntries(members) as Record<string, T>) : undefined;
    },
  };
}

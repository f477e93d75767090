import type { Line } from '../../core/fact/line.ts';
import type { Alias, AliasKind, AppliedAlias } from '../ports/aliasStore.ts';
import type { ReceivedRow } from '../ports.ts';

type Confirmed = Alias & { readonly code: string };

/**
 * Puts our codes in the place of a sender's names that somebody has confirmed; the row says which.
 * It looks at nothing else: a name that is only like one of ours stays as it is.
 */
export function aliasReader(aliases: readonly Confirmed[]): (row: ReceivedRow) => ReceivedRow {
  if (aliases.length === 0) return (row) => row;
  const known = new Map<AliasKind, Map<string, Map<string, string>>>();
  for (const { kind, source, received, code } of aliases) {
    const ofKind = known.get(kind) ?? new Map<string, Map<string, string>>();
    const ofSource = ofKind.get(source) ?? new Map<string, string>();
    known.set(kind, ofKind.set(source, ofSource.set(received, code)));
  }
  const applied = (kind: AliasKind, { source, [kind]: received }: Line): AppliedAlias[] => {
    const code = known.get(kind)?.get(source)?.get(received);
    return code === undefined || code === received ? [] : [{ kind, received, code }];
  };
  return (row) => {
    if (!('line' in row.parsed)) return row;
    const { line } = row.parsed;
    const found = [...applied('partner', line), ...applied('product', line)];
    if (found.length === 0) return row;
    const codes = Object.fromEntries(found.map(({ kind, code }) => [kind, code]));
    return { ...row, aliases: found, parsed: { line: { ...line, ...codes } } };
  };
}

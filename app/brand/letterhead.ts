import type { Language } from '../../core/wording/language.ts';
import type { Letterhead } from '../ports/mails.ts';
import type { Tx } from '../ports.ts';

/** Whose letter it is, where the tenant has said what partners see; undefined: ours. */
export async function letterheadOf(
  { brand }: Pick<Tx, 'brand'>,
  language: Language,
): Promise<Letterhead | undefined> {
  const { name, accent } = (await brand.brand()) ?? {};
  if (name === undefined && accent === undefined) return undefined;
  return { name: name?.[language] ?? 'OpenRebate', ...(accent && { accent: accent.light }) };
}

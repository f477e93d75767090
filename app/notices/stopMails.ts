import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { hex } from '../../core/text/hex.ts';
import { utf8 } from '../../core/text/utf8.ts';
import type { Language } from '../../core/wording/language.ts';
import type { Ports } from '../ports.ts';
import { NOTICE_KINDS } from './noticeKind.ts';

/** What the link at the end of a mail carries: the tenant stands in it, as in a key. */
const TEXT = /^oru_([a-z0-9][a-z0-9-]{0,62})_([0-9a-f]{64})$/;

export function stopText({ tenant, secret }: { readonly tenant: string; readonly secret: string }): string {
  return `oru_${tenant}_${secret}`;
}

/** Whose link it is gets no more notices by mail, of whatever kind. Refuses: mail-link-invalid. */
export async function stopMails(
  ports: Ports,
  { text, language }: { readonly text: string; readonly language: Language },
): Promise<Result<undefined>> {
  const invalid = refused(refuse('mail-link-invalid', 'text'));
  const [, code, secret] = TEXT.exec(text) ?? [];
  if (code === undefined || secret === undefined) return invalid;
  const tenant = await ports.store.findTenant(code);
  if (tenant === undefined) return invalid;
  return ports.store.inTenant(tenant, async (tx) => {
    const person = await tx.notices.personOfLink(hex(ports.sha256(utf8(secret))));
    if (person === undefined) return invalid;
    const before = await tx.notices.choice(person);
    const mail = Object.fromEntries(NOTICE_KINDS.map((kind) => [kind, 'off' as const]));
    await tx.notices.setChoice(person, { language: before?.language ?? language, mail }, ports.clock.now());
    return accept(undefined);
  });
}

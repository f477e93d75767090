type Named = { readonly id: string; readonly name: string };

/** Where a name is being typed behind an @, and what of it; undefined where none is. */
export function mentionAt(
  text: string,
  caret: number,
): { readonly from: number; readonly typed: string } | undefined {
  const before = text.slice(0, caret);
  const found = /(^|\s|[（，。、；：])@([^\s@][^\n@]{0,39}|)$/u.exec(before);
  if (found === null) return undefined;
  const typed = found[2] ?? '';
  return { from: before.length - typed.length - 1, typed };
}

/** Those whose name has a word that begins so; of Chinese names any part. */
export function meantBy(typed: string, colleagues: readonly Named[]): readonly Named[] {
  const wanted = typed.toLocaleLowerCase();
  return colleagues
    .filter(({ name }) => {
      const lower = name.toLocaleLowerCase();
      return (
        lower.startsWith(wanted) ||
        lower.includes(` ${wanted}`) ||
        (/\p{Script=Han}/u.test(typed) && lower.includes(wanted))
      );
    })
    .slice(0, 8);
}

/** The text with a name in the place of what was typed, and where the caret stands then. */
export function withMention(
  text: string,
  { from, caret, name }: { readonly from: number; readonly caret: number; readonly name: string },
): { readonly text: string; readonly caret: number } {
  const said = `@${name} `;
  return {
    text: `${text.slice(0, from)}${said}${text.slice(caret).replace(/^ /, '')}`,
    caret: from + said.length,
  };
}

/** Those of the chosen who are still named. */
export function stillNamed(text: string, chosen: readonly Named[]): readonly string[] {
  return [...new Set(chosen.filter(({ name }) => text.includes(`@${name}`)).map(({ id }) => id))];
}

export type Part = { readonly key: number; readonly said: string; readonly isMention: boolean };

/** A comment cut where it names somebody. */
export function partsOf(text: string, mentions: readonly Named[]): readonly Part[] {
  const names = mentions.map(({ name }) => `@${name}`).toSorted((a, b) => b.length - a.length);
  const parts: Part[] = [];
  let plain = '';
  const push = (said: string, isMention: boolean) => {
    if (said !== '') parts.push({ key: parts.length, said, isMention });
  };
  for (let at = 0; at < text.length; ) {
    const name = names.find((one) => text.startsWith(one, at));
    if (name === undefined) {
      plain += text[at];
      at += 1;
      continue;
    }
    push(plain, false);
    push(name, true);
    plain = '';
    at += name.length;
  }
  push(plain, false);
  return parts;
}

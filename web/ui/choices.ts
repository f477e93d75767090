/** What can be chosen: its code, and its name in the language of the reader. */
export type Choice = { readonly id: string; readonly name: string };

/** More than anybody reads through: who does not see theirs types on. */
const SHOWN_MAX = 50;

/** What somebody may mean who typed a name, a code or a part of one: what begins like it first. */
export function choicesMeant(choices: readonly Choice[], typed: string): readonly Choice[] {
  const wanted = typed.trim().toLowerCase();
  if (wanted === '') return choices.slice(0, SHOWN_MAX);
  const folded = choices.map((choice) => ({
    choice,
    texts: [choice.name.toLowerCase(), choice.id.toLowerCase()],
  }));
  const begins = folded.filter(({ texts }) => texts.some((text) => text.startsWith(wanted)));
  const holds = folded.filter(
    ({ texts }) =>
      texts.some((text) => text.includes(wanted)) && !texts.some((text) => text.startsWith(wanted)),
  );
  return [...begins, ...holds].map(({ choice }) => choice).slice(0, SHOWN_MAX);
}

/** A command of a page, as a shell takes it apart. */
export type ShownCommand = {
  readonly words: readonly string[];
  /** Variables that stand before it. */
  readonly variables: Readonly<Record<string, string>>;
  /** Where its output goes. */
  readonly into?: string;
};

/** The commands of a block: comments fall away, `\` goes on in the next line, pipes and `&&` part commands. */
export function shownCommands(text: string): ShownCommand[] {
  return text
    .replaceAll('\\\n', ' ')
    .split('\n')
    .flatMap((line) => parts(tokens(line)))
    .filter((part) => part.length > 0)
    .map(command);
}

type Token = { readonly text: string; readonly isQuoted: boolean };

function tokens(line: string): Token[] {
  const found: Token[] = [];
  const token =
    /\s*(?:(#.*$)|((?:"[^"]*"|'[^']*'|\$\([^)]*\)|<[^<>\s]+>|[^\s"'#])(?:"[^"]*"|'[^']*'|\$\([^)]*\)|[^\s"'])*))/y;
  for (let match = token.exec(line); match !== null; match = token.exec(line)) {
    const [, comment, word = ''] = match;
    if (comment !== undefined) break;
    found.push({ text: word.replaceAll(/"([^"]*)"|'([^']*)'/g, '$1$2'), isQuoted: /["']/.test(word) });
  }
  return found;
}

function parts(all: readonly Token[]): Token[][] {
  const found: Token[][] = [[]];
  for (const token of all) {
    if (!token.isQuoted && ['&&', '|', ';'].includes(token.text)) found.push([]);
    else (found.at(-1) as Token[]).push(token);
  }
  return found;
}

function command(all: readonly Token[]): ShownCommand {
  const words = all.map(({ text }) => text);
  const variables: Record<string, string> = {};
  while (/^[A-Z_]+=/.test(words[0] ?? '')) {
    const [name = '', ...value] = (words.shift() as string).split('=');
    variables[name] = value.join('=');
  }
  const at = words.indexOf('>');
  const into = at < 0 ? undefined : words.splice(at, 2)[1];
  return { words, variables, ...(into !== undefined && { into }) };
}

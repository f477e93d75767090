import type { Refusal, RefusalKind } from '../core/refusal/refusals.ts';
import { REFUSALS } from '../core/refusal/refusals.ts';
import type { Language } from '../core/wording/language.ts';
import { refusalText } from '../core/wording/refusalText.ts';

/** What a command ends with; documented in docs/reference/cli.md. */
export const EXIT = { done: 0, refused: 1, usage: 2, notFound: 3, outage: 4, fault: 70 } as const;

/**
 * Where a command speaks: results on standard output, what happens meanwhile on standard error,
 * so that a program can read the one and a person follow the other.
 */
export type Terminal = {
  readonly language: Language;
  readonly isJson: boolean;
  readonly print: (text: string) => void;
  readonly say: (text: string) => void;
  readonly json: (value: unknown) => void;
  /** Tells why not, as JSON together with what was found all the same, and sets the exit code. */
  readonly refuse: (refusals: readonly Refusal[], found?: object) => void;
};

export function openTerminal(options: { language: Language; json: boolean }): Terminal {
  const { language, json: isJson } = options;
  const print = (text: string) => void process.stdout.write(`${text}\n`);
  const say = (text: string) => void process.stderr.write(`${text}\n`);
  const json = (value: unknown) => print(JSON.stringify(value, null, 2));
  const refuse = (refusals: readonly Refusal[], found?: object) => {
    process.exitCode = exitCodeOf(refusals);
    if (isJson) {
      const told = refusals.map((refusal) => ({ ...refusal, ...refusalText(refusal, language) }));
      json({ ...found, refusals: told });
    }
    sayRefusals({ say, language }, refusals);
  };
  return { language, isJson, print, say, json, refuse };
}

/** Tells why something was not done, where the rest goes on. */
export function sayRefusals(
  { say, language }: Pick<Terminal, 'say' | 'language'>,
  refusals: readonly Refusal[],
): void {
  for (const refusal of refusals) say(refusalLine(refusal, language));
}

export function refusalLine(refusal: Refusal, language: Language): string {
  const { what, fix, where } = refusalText(refusal, language);
  const place = where === '' ? '' : `${where}: `;
  return `${place}${what} (${refusal.code})\n  ${fix}`;
}

function exitCodeOf(refusals: readonly Refusal[]): number {
  const kinds: RefusalKind[] = refusals.map(({ code }) => REFUSALS[code]);
  return kinds.length > 0 && kinds.every((kind) => kind === 'notFound') ? EXIT.notFound : EXIT.refused;
}

/** The language asked for, or that of the terminal. */
export function terminalLanguage(asked: string | undefined, env: NodeJS.ProcessEnv): Language {
  const wish = asked ?? env.LC_ALL ?? env.LC_MESSAGES ?? env.LANG ?? '';
  return wish.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
}

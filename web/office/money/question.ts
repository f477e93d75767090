import { typedFigure } from '../../text/figures.ts';
import type { Choice } from '../../ui/choices.ts';

/** What is asked before a deed is done. */
export type Question = {
  readonly id: string;
  readonly label: string;
  readonly kind?: 'text' | 'amount' | 'day' | 'long' | 'choice' | 'find' | 'check' | 'file';
  readonly choices?: readonly Choice[];
  /** What it begins with; of a tick 'yes' or ''. */
  readonly value?: string | undefined;
  readonly hint?: string;
  readonly isOptional?: boolean;
  /** Of a file, as browsers name them. */
  readonly fileKinds?: readonly string[];
};

/** What was said, by question; a file beside. */
export type Answers = Readonly<Record<string, string>>;
export type Answered = { readonly texts: Answers; readonly file: File | undefined };

export function firstAnswers(questions: readonly Question[]): Answered {
  return { texts: Object.fromEntries(questions.map(({ id, value = '' }) => [id, value])), file: undefined };
}

/** Whether everything is said that has to be. */
export function isWhole(questions: readonly Question[], { texts, file }: Answered): boolean {
  return questions.every(({ id, kind, isOptional = false }) => {
    if (isOptional || kind === 'check') return true;
    return kind === 'file' ? file !== undefined : (texts[id] ?? '').trim() !== '';
  });
}

/** As the server reads it: amounts without the marks between thousands; what was left empty is not said. */
export function saidTexts(questions: readonly Question[], { texts }: Answered): Answers {
  const said = questions.map(({ id, kind }): readonly [string, string] => {
    const text = (texts[id] ?? '').trim();
    return [id, kind === 'amount' ? typedFigure(text) : text];
  });
  return Object.fromEntries(said.filter(([, text]) => text !== ''));
}

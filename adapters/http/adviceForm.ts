import { z } from 'zod';
import { accept, type Result } from '../../core/refusal/refusals.ts';
import type { Language } from '../../core/wording/language.ts';
import type { Download } from './download.ts';
import { languageParameter } from './parameters.ts';

/** The forms of the advice of a payment, and what each is called on its way. */
export const ADVICE_MEDIA_TYPES = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const;
export type AdviceForm = keyof typeof ADVICE_MEDIA_TYPES;
export const ADVICE_FORMS = Object.keys(ADVICE_MEDIA_TYPES) as readonly AdviceForm[];

/** The advice of a payment as a file. Refuses: payment-not-found, paper-sign-unknown, those of the key ring. */
export type AdviceFile = (
  id: string,
  form: AdviceForm,
  language: Language,
) => Promise<Result<Omit<Download, 'mediaType'>>>;

/** What every operation that gives an advice takes. */
export const ADVICE_QUERY = {
  format: {
    schema: z.enum(ADVICE_FORMS).default('pdf'),
    expected: ADVICE_FORMS.join(', '),
    meaning: 'pdf, a workbook, or csv; without it pdf',
  },
  lang: languageParameter,
};

/** The advice of the payment that a path names. */
export async function answerAdvice(
  {
    path,
    query: { format },
    language,
  }: {
    readonly path: Readonly<Record<string, unknown>>;
    readonly query: { readonly format: AdviceForm };
    readonly language: Language;
  },
  advice: AdviceFile,
) {
  const file = await advice(path.id as string, format, language);
  if (!file.ok) return file;
  return accept({ download: { ...file.value, mediaType: ADVICE_MEDIA_TYPES[format] } });
}

import type { Answer } from '../api/answer.ts';
import { lastCalls } from '../api/calls.ts';

export type ServerDiagnosis = Answer<'diagnose'>;

type Seen = {
  /** The page as the program names it, without what was put into its address. */
  readonly page: string;
  readonly language: string;
  readonly server: ServerDiagnosis | undefined;
};

/** What whoever is asked for help has to know, as a text that can be read before it is sent: nothing of the business. */
export function diagnosisOf({ page, language, server }: Seen): string {
  const diagnosis = {
    format: 'openrebate/diagnosis/v1',
    at: new Date().toISOString(),
    place: document.documentElement.dataset.place ?? 'office',
    page,
    language,
    browser: {
      agent: navigator.userAgent,
      languages: navigator.languages,
      window: [innerWidth, innerHeight],
      isDark: matchMedia('(prefers-color-scheme: dark)').matches,
      theme: document.documentElement.dataset.theme ?? 'system',
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    },
    server: server ?? null,
    calls: lastCalls(),
  };
  return `${JSON.stringify(diagnosis, null, 2)}\n`;
}

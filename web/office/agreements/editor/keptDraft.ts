import type { AgreementText } from '../text/textPath.ts';

/** What is being written, and from what: kept in this tab, so that a session that ends takes nothing away. */
export type KeptDraft = { readonly text: AgreementText };

const nameOf = (key: string) => `openrebate.agreement ${key}`;

export function keptDraft(key: string): KeptDraft | undefined {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(nameOf(key)) ?? 'null');
    const isDraft = typeof kept === 'object' && kept !== null && 'text' in kept;
    return isDraft && typeof kept.text === 'object' && kept.text !== null ? (kept as KeptDraft) : undefined;
  } catch {
    return undefined;
  }
}

export function keepDraft(key: string, draft: KeptDraft): void {
  try {
    sessionStorage.setItem(nameOf(key), JSON.stringify(draft));
  } catch {
    // Then what is written lives as long as the page.
  }
}

export function forgetDraft(key: string): void {
  try {
    sessionStorage.removeItem(nameOf(key));
  } catch {
    // There is nothing to forget.
  }
}

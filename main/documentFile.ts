import { paperPdf } from '../adapters/documents/paperPdf.ts';
import { documentJson } from '../core/document/documentJson.ts';
import type { RebateDocument } from '../core/document/rebateDocument.ts';
import { ublXml } from '../core/document/ublXml.ts';
import { accept, type Result } from '../core/refusal/refusals.ts';
import { documentPaper } from '../core/wording/documentPaper.ts';
import type { Language } from '../core/wording/language.ts';

type Form = (document: RebateDocument, language: Language) => Promise<Result<string | Uint8Array>>;

const FORMS = {
  pdf: (document, language) => paperPdf(documentPaper(document, language)),
  ubl: async (document, language) => ublXml(document, language),
  json: async (document) => accept(`${JSON.stringify(documentJson(document), undefined, 2)}\n`),
} satisfies Readonly<Record<string, Form>>;

export type DocumentFormat = keyof typeof FORMS;
export const DOCUMENT_FORMATS = Object.keys(FORMS) as DocumentFormat[];

/** What a file of a document is called. */
export function documentFileName({ number }: RebateDocument, format: DocumentFormat): string {
  return `${number}.${format === 'ubl' ? 'xml' : format}`;
}

/** A document of ours as a file, in a language. Refuses: those of paperPdf and ublXml. */
export function documentFile(
  document: RebateDocument,
  format: DocumentFormat,
  language: Language,
): Promise<Result<string | Uint8Array>> {
  return FORMS[format](document, language);
}

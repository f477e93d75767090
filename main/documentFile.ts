import { paperPdf } from '../adapters/documents/paperPdf.ts';
import { NO_BRAND, type PaperBrand, paperBrand } from '../app/brand/paperBrand.ts';
import type { Ports, TenantId } from '../app/ports.ts';
import { issuedDocument } from '../app/settlement/issuedDocuments.ts';
import { documentJson } from '../core/document/documentJson.ts';
import type { RebateDocument } from '../core/document/rebateDocument.ts';
import { ublXml } from '../core/document/ublXml.ts';
import { accept, type Result } from '../core/refusal/refusals.ts';
import { documentPaper } from '../core/wording/documentPaper.ts';
import type { Language } from '../core/wording/language.ts';
import type { DocumentFormat } from './paperFormats.ts';

type Form = (
  document: RebateDocument,
  language: Language,
  brand: PaperBrand,
) => Promise<Result<string | Uint8Array>>;

const FORMS: Readonly<Record<DocumentFormat, Form>> = {
  pdf: (document, language, brand) => paperPdf(documentPaper(document, language), brand),
  ubl: async (document, language) => ublXml(document, language),
  json: async (document) => accept(`${JSON.stringify(documentJson(document), undefined, 2)}\n`),
};

/** What a file of a document is called. */
function documentFileName({ number }: RebateDocument, format: DocumentFormat): string {
  return `${number}.${format === 'ubl' ? 'xml' : format}`;
}

/** A document of ours as a file, in a language; the brand stands on paper alone. Refuses: those of paperPdf and ublXml. */
export function documentFile(
  document: RebateDocument,
  format: DocumentFormat,
  language: Language,
  brand: PaperBrand = NO_BRAND,
): Promise<Result<string | Uint8Array>> {
  return FORMS[format](document, language, brand);
}

/** The one of a settlement: it looks as it did when it was issued. Refuses: settlement-document-missing, those of documentFile. */
export async function issuedFile(
  ports: Ports,
  tenant: TenantId,
  id: string,
  format: DocumentFormat,
  language: Language,
): Promise<Result<{ readonly content: string | Uint8Array; readonly name: string }>> {
  const found = await issuedDocument(ports, tenant, id);
  if (!found.ok) return found;
  const { document, brand: version } = found.value;
  const brand = version === undefined ? NO_BRAND : await paperBrand(ports, tenant, language, version);
  const file = await documentFile(document, format, language, brand);
  return file.ok ? accept({ content: file.value, name: documentFileName(document, format) }) : file;
}

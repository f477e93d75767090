import { readJson } from '../../adapters/files/readJson.ts';
import { tableExport } from '../../adapters/files/tableExport.ts';
import { writeText } from '../../adapters/files/writeText.ts';
import { decodeDocument } from '../../core/document/decodeDocument.ts';
import { decodeOriginals, RED_LETTER_FIELDS, redLetters } from '../../core/document/redLetters.ts';
import type { Result } from '../../core/refusal/refusals.ts';
import type { Json } from '../../core/text/canonicalJson.ts';
import { documentFile } from '../documentFile.ts';
import type { DocumentFormat } from '../paperFormats.ts';
import type { Terminal } from '../terminal.ts';
import { text } from '../texts.ts';

/** `openrebate documents render`: a document from its JSON, in the language of the terminal. */
export async function renderDocumentFile(
  terminal: Terminal,
  path: string,
  file: string,
  { format }: { readonly format: DocumentFormat },
): Promise<void> {
  const written = await rendered(terminal, path, file, format);
  if (!written.ok) return terminal.refuse(written.refusals);
  if (terminal.isJson) terminal.json({ file });
  else terminal.print(text(terminal.language, 'written', { file }));
}

async function rendered(
  { language }: Terminal,
  path: string,
  file: string,
  format: DocumentFormat,
): Promise<Result<string>> {
  const json = await readJson(path);
  if (!json.ok) return json;
  const document = decodeDocument(json.value as Json);
  if (!document.ok) return document;
  const form = await documentFile(document.value, format, language);
  return form.ok ? writeText(file, form.value) : form;
}

/** `openrebate documents red-letter`: what the Chinese tax system asks of red-letter invoices, as a table. */
export async function writeRedLetters(
  terminal: Terminal,
  path: string,
  originals: string,
  file: string,
): Promise<void> {
  const written = await redLetterTable(path, originals, file);
  if (!written.ok) return terminal.refuse(written.refusals);
  if (terminal.isJson) terminal.json({ file });
  else terminal.print(text(terminal.language, 'written', { file }));
}

async function redLetterTable(path: string, originals: string, file: string): Promise<Result<string>> {
  const [json, named] = [await readJson(path), await readJson(originals)];
  if (!json.ok) return json;
  if (!named.ok) return named;
  const document = decodeDocument(json.value as Json);
  if (!document.ok) return document;
  const invoices = decodeOriginals(named.value as Json);
  if (!invoices.ok) return invoices;
  const letters = redLetters(document.value, invoices.value);
  if (!letters.ok) return letters;
  const rows = letters.value.map((letter) => RED_LETTER_FIELDS.map((field) => letter[field]));
  return writeText(file, await tableExport('csv', RED_LETTER_FIELDS, rows));
}

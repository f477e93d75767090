import { readJson } from '../../adapters/files/readJson.ts';
import { writeText } from '../../adapters/files/writeText.ts';
import { decodeDocument } from '../../core/document/decodeDocument.ts';
import { ublXml } from '../../core/document/ublXml.ts';
import type { Result } from '../../core/refusal/refusals.ts';
import type { Json } from '../../core/text/canonicalJson.ts';
import type { Terminal } from '../terminal.ts';
import { text } from '../texts.ts';

export const RENDERED_FORMATS = ['ubl'] as const;

/** `openrebate documents render`: a document from its JSON, in the language of the terminal. */
export async function renderDocumentFile(
  terminal: Terminal,
  path: string,
  file: string,
  _options: { readonly format: (typeof RENDERED_FORMATS)[number] },
): Promise<void> {
  const written = await rendered(terminal, path, file);
  if (!written.ok) return terminal.refuse(written.refusals);
  if (terminal.isJson) terminal.json({ file });
  else terminal.print(text(terminal.language, 'written', { file }));
}

async function rendered({ language }: Terminal, path: string, file: string): Promise<Result<string>> {
  const json = await readJson(path);
  if (!json.ok) return json;
  const document = decodeDocument(json.value as Json);
  if (!document.ok) return document;
  const bytes = ublXml(document.value, language);
  return bytes.ok ? writeText(file, bytes.value) : bytes;
}

import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { readAgreement } from '../../adapters/files/readAgreement.ts';
import type { Agreement } from '../../core/agreement/agreement.ts';
import { decodeAgreement } from '../../core/agreement/decodeAgreement.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { packageRoot } from '../packageRoot.ts';
import type { Terminal } from '../terminal.ts';
import { text } from '../texts.ts';

/** A worked example of a programme, whose agreement is there to be copied. */
type Template = { readonly name: string; readonly text: string; readonly agreement: Agreement };

/** `openrebate agreement template`: the examples by name, or the agreement of one as it stands in its file. */
export async function printTemplate(terminal: Terminal, name?: string): Promise<void> {
  const names = await templateNames();
  if (name === undefined) return listTemplates(terminal, names);
  if (!names.includes(name)) {
    const facts = { argument: 'template', value: name, expected: names.join(', ') };
    return terminal.refuse([refuse('argument-invalid', 'template', facts)]);
  }
  const template = await readTemplate(name);
  if (template.ok) terminal.print(template.value.text.trimEnd());
  else terminal.refuse(template.refusals);
}

async function listTemplates(terminal: Terminal, names: readonly string[]): Promise<void> {
  const { language } = terminal;
  const read = await Promise.all(names.map(readTemplate));
  const refusals = read.flatMap((template) => (template.ok ? [] : template.refusals));
  if (refusals.length > 0) return terminal.refuse(refusals);
  const templates = read.flatMap((template) => (template.ok ? [template.value] : []));
  if (terminal.isJson) {
    return terminal.json(
      templates.map(({ name, agreement }) => ({
        template: name,
        programme: agreement.programme,
        name: agreement.name[language],
      })),
    );
  }
  const width = Math.max(...names.map((name) => name.length));
  for (const { name, agreement } of templates) {
    terminal.print(`${name.padEnd(width)}  ${agreement.name[language]}`);
  }
  terminal.say(text(language, 'templateHint', {}));
}

async function templateNames(): Promise<string[]> {
  const entries = await readdir(join(packageRoot(), 'demo', 'examples'), { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

async function readTemplate(name: string): Promise<Result<Template>> {
  const file = await readAgreement(join(packageRoot(), 'demo', 'examples', name, 'agreement.json'));
  if (!file.ok) return file;
  const agreement = decodeAgreement(file.value.parsed);
  if (!agreement.ok) return refused(...agreement.refusals);
  return accept({ name, text: file.value.text, agreement: agreement.value });
}

import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { readAgreement } from '../adapters/files/readAgreement.ts';
import type { Agreement } from '../core/agreement/agreement.ts';
import { decodeAgreement } from '../core/agreement/decodeAgreement.ts';
import { accept, type Result, refused } from '../core/refusal/refusals.ts';
import { packageRoot } from './packageRoot.ts';

/** A worked example of a programme, whose agreement is there to be copied. */
export type Template = { readonly name: string; readonly text: string; readonly agreement: Agreement };

/** Which examples there are. */
export async function templateNames(): Promise<string[]> {
  const entries = await readdir(join(packageRoot(), 'demo', 'examples'), { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** The agreement of an example as it stands in its file. Refuses: those of readAgreement and decodeAgreement. */
export async function readTemplate(name: string): Promise<Result<Template>> {
  const file = await readAgreement(join(packageRoot(), 'demo', 'examples', name, 'agreement.json'));
  if (!file.ok) return file;
  const agreement = decodeAgreement(file.value.parsed);
  if (!agreement.ok) return refused(...agreement.refusals);
  return accept({ name, text: file.value.text, agreement: agreement.value });
}

/** All of them as parsed texts, by name. */
export async function readTemplates(): Promise<
  readonly { readonly template: string; readonly text: unknown }[]
> {
  const read = await Promise.all((await templateNames()).map(readTemplate));
  return read.map((template) => {
    if (!template.ok) throw new Error('Fault: a template of ours is refused');
    return { template: template.value.name, text: JSON.parse(template.value.text) as unknown };
  });
}

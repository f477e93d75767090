import { refuse } from '../../core/refusal/refusals.ts';
import { readTemplate, templateNames } from '../readTemplate.ts';
import type { Terminal } from '../terminal.ts';
import { text } from '../texts.ts';

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

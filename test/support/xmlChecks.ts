import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Checks of XML by programs of others, which `.ci/run` installs. */

const SAXON = '/usr/share/java/Saxon-HE.jar';
const STANDARDS = join(import.meta.dirname, '../standards');

/** Whether they are here. In the pipeline they have to be: there a missing one is a fault of its own. */
export const HAS_XML_CHECKS =
  process.env.CI === 'true' ||
  (spawnSync('xmllint', ['--version']).status === 0 &&
    spawnSync('java', ['-cp', SAXON, 'net.sf.saxon.Transform', '-?']).error === undefined);

/** What a schema says of files, by their names; an empty text where it says nothing. */
export function schemaFaults(
  schema: string,
  files: Readonly<Record<string, string>>,
): Record<string, string> {
  return inFolder(files, (folder) => {
    const names = Object.keys(files);
    const paths = names.map((name) => join(folder, 'in', name));
    const rules = ['--nonet', '--noout', '--schema', join(STANDARDS, schema)];
    const { stderr, error } = spawnSync('xmllint', [...rules, ...paths], { encoding: 'utf8' });
    if (error !== undefined) throw error;
    const said = stderr.split('\n');
    return names.map((name, index) => {
      const path = paths[index] as string;
      const about = said.filter((line) => line.startsWith(`${path}:`) || line.startsWith(`${path} `));
      return [name, about.join() === `${path} validates` ? '' : about.join('\n') || stderr];
    });
  });
}

/** The rules of EN 16931 that files break, by their names. One run for all of them: it takes seconds to start. */
export function brokenRules(files: Readonly<Record<string, string>>): Record<string, string[]> {
  return inFolder(files, (folder) => {
    const reports = join(folder, 'reports');
    mkdirSync(reports);
    const rules = join(STANDARDS, 'en16931/EN16931-UBL-validation.xslt');
    const input = join(folder, 'in');
    const done = spawnSync(
      'java',
      ['-cp', SAXON, 'net.sf.saxon.Transform', `-xsl:${rules}`, `-s:${input}`, `-o:${reports}`],
      { encoding: 'utf8' },
    );
    if (done.status !== 0) throw new Error(`${done.error?.message ?? ''}${done.stderr}`);
    return Object.keys(files).map((name) => [name, failedRules(readFileSync(join(reports, name), 'utf8'))]);
  });
}

/** A report that fired no rule has looked at nothing. */
function failedRules(report: string): string[] {
  if (!report.includes('<svrl:fired-rule')) throw new Error('The rules have looked at nothing');
  return [...report.matchAll(/<svrl:failed-assert\b[^>]*?\bid="([^"]+)"/g)].map(([, id]) => id as string);
}

function inFolder<T>(
  files: Readonly<Record<string, string>>,
  check: (folder: string) => (readonly [string, T])[],
): Record<string, T> {
  const folder = mkdtempSync(join(tmpdir(), 'openrebate-xml-'));
  try {
    mkdirSync(join(folder, 'in'));
    for (const [name, text] of Object.entries(files)) {
      writeFileSync(join(folder, 'in', name), text);
    }
    return Object.fromEntries(check(folder));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

import { writeText } from '../../adapters/files/writeText.ts';
import type { LocalDate } from '../../core/calendar/localDate.ts';
import { accept, type Result } from '../../core/refusal/refusals.ts';
import type { Config } from '../config.ts';
import type { StatementFormat } from '../paperFormats.ts';
import { writtenStatement } from '../statementFile.ts';
import type { Terminal } from '../terminal.ts';
import { text } from '../texts.ts';
import { dayOf } from './calculateFiles.ts';
import { invalid, shows } from './deed.ts';

export type StatementOptions = {
  readonly company: string;
  readonly from: string;
  readonly until: string;
  readonly format: StatementFormat;
};

/** `openrebate statement`: what is open with a partner, what changed it, and how it was earned. */
export function writeStatement(
  terminal: Terminal,
  config: Config,
  partner: string,
  file: string,
  { company, from, until, format }: StatementOptions,
): Promise<void> {
  return shows(
    terminal,
    config,
    'earnings:read',
    async (ports, tenant) => {
      const [firstDay, lastDay] = [neededDay('--from', from), neededDay('--until', until)];
      if (!firstDay.ok) return firstDay;
      if (!lastDay.ok) return lastDay;
      const question = { company, partner, firstDay: firstDay.value, lastDay: lastDay.value };
      const bytes = await writtenStatement(ports, tenant, question, format, terminal.language);
      return bytes.ok ? writeText(file, bytes.value) : bytes;
    },
    () => {
      if (terminal.isJson) terminal.json({ file });
      else terminal.print(text(terminal.language, 'written', { file }));
    },
  );
}

function neededDay(option: string, said: string): Result<LocalDate> {
  const day = dayOf(option, said);
  if (!day.ok) return day;
  return day.value === undefined ? invalid(option, said, 'YYYY-MM-DD') : accept(day.value);
}

import { z } from 'zod';
import { partyBody, seriesBody } from '../../adapters/http/settlementSchemas.ts';
import { approveDocumentSetting, rejectDocumentSetting } from '../../app/settlement/decideDocumentSetting.ts';
import {
  documentSettings,
  setCompanyParty,
  setDocumentSeries,
} from '../../app/settlement/documentSettings.ts';
import { settingChangeJson } from '../../app/settlement/settingChangeJson.ts';
import type { Config } from '../config.ts';
import type { Terminal } from '../terminal.ts';
import { shows } from './deed.ts';
import { jsonFile } from './jsonFile.ts';

const settingsBody = z.strictObject({
  series: z.exactOptional(z.array(seriesBody).max(20)),
  party: z.exactOptional(partyBody),
});

/** `openrebate settlement settings`: shows them, or sets what a file says. */
export function settingsOf(
  terminal: Terminal,
  config: Config,
  company: string,
  file: string | undefined,
): Promise<void> {
  return shows(
    terminal,
    config,
    file === undefined ? 'company:read' : 'company:write',
    async (ports, tenant, actor) => {
      if (file === undefined) return documentSettings(ports, tenant, company);
      const said = await jsonFile(file, settingsBody);
      if (!said.ok) return said;
      for (const series of said.value.series ?? []) {
        const set = await setDocumentSeries(ports, tenant, { ...series, company, actor });
        if (!set.ok) return set;
      }
      const { party } = said.value;
      const set = party && (await setCompanyParty(ports, tenant, { actor, company, party }));
      return set?.ok === false ? set : documentSettings(ports, tenant, company);
    },
    ({ series, party = null, waiting }) => {
      const shown = series.map(({ kind, series: name, numberedBy }) => ({ kind, series: name, numberedBy }));
      terminal.json({ series: shown, party, waiting: waiting.map(settingChangeJson) });
    },
  );
}

/** `openrebate settlement approve-setting`: a second person lets another word about documents count. */
export function approveSetting(terminal: Terminal, config: Config, id: string): Promise<void> {
  return shows(
    terminal,
    config,
    'settlements:approve',
    (ports, tenant, actor) => approveDocumentSetting(ports, tenant, { id, actor }),
    (change) => terminal.json(settingChangeJson(change)),
  );
}

/** `openrebate settlement reject-setting`. */
export function rejectSetting(terminal: Terminal, config: Config, id: string, reason: string): Promise<void> {
  return shows(
    terminal,
    config,
    'settlements:approve',
    (ports, tenant, actor) => rejectDocumentSetting(ports, tenant, { id, reason, actor }),
    (change) => terminal.json(settingChangeJson(change)),
  );
}

import { createHash } from 'node:crypto';
import { readJson } from '../../adapters/files/readJson.ts';
import { decodeSource } from '../../adapters/files/sourceDescription.ts';
import { writeText } from '../../adapters/files/writeText.ts';
import type { Ports, TenantId } from '../../app/ports.ts';
import { CARRIED_PARTS, type CarriedPart, PART_SCOPES } from '../../app/transport/carriedParts.ts';
import { exportTransport } from '../../app/transport/exportTransport.ts';
import {
  type Carried,
  compareTransport,
  type Difference,
  importTransport,
} from '../../app/transport/importTransport.ts';
import { decodeTransport, type Transport, transportJson } from '../../app/transport/transport.ts';
import { accept, type Result, refused } from '../../core/refusal/refusals.ts';
import type { Config } from '../config.ts';
import type { Terminal } from '../terminal.ts';
import { terminalActor } from '../terminalCaller.ts';
import { text } from '../texts.ts';
import { does, shows } from './deed.ts';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();

/** `openrebate transport export`: how this tenant works, as a file. */
export function writeTransport(terminal: Terminal, config: Config, file: string): Promise<void> {
  return does(
    terminal,
    config,
    async (ports, tenant) => {
      const may = await mayAll(ports, config, tenant, { parts: CARRIED_PARTS, does: 'read' });
      if (!may.ok) return may;
      const carried = transportJson(await exportTransport(ports, tenant), sha256);
      return writeText(file, `${JSON.stringify(carried, undefined, 2)}\n`, { replaces: false });
    },
    () => text(terminal.language, 'written', { file }),
    'agreements:read',
  );
}

type ImportOptions = { readonly apply?: boolean; readonly only?: readonly CarriedPart[] };

/** `openrebate transport import`: what differs; with `apply` it is taken over, agreements and rules as proposals. */
export async function readTransport(
  terminal: Terminal,
  config: Config,
  file: string,
  { apply = false, only: parts = CARRIED_PARTS }: ImportOptions,
): Promise<void> {
  await shows<readonly Difference[]>(
    terminal,
    config,
    'company:read',
    async (ports, tenant, actor) => {
      const may = await mayAll(ports, config, tenant, { parts, does: apply ? 'write' : 'read' });
      if (!may.ok) return may;
      const read = await transportIn(file);
      if (!read.ok) return read;
      const carried: Carried = { transport: read.value, parts };
      if (apply) return importTransport(ports, tenant, carried, actor);
      return accept(await compareTransport(ports, tenant, carried));
    },
    (differences) => {
      if (terminal.isJson) return terminal.json({ isApplied: apply, differences });
      for (const { part, name, change } of differences)
        terminal.print(text(terminal.language, `carried.${change}`, { part, name }));
      terminal.print(text(terminal.language, apply ? 'carriedOver' : 'carriedNothing'));
    },
  );
}

/** Each part is asked for what it asks where it is said by itself. Refuses: those of terminalActor. */
async function mayAll(
  ports: Ports,
  config: Config,
  tenant: TenantId,
  { parts, does: deed }: { readonly parts: readonly CarriedPart[]; readonly does: 'read' | 'write' },
): Promise<Result<undefined>> {
  for (const part of parts) {
    const actor = await terminalActor(ports, config, tenant, PART_SCOPES[part][deed]);
    if (!actor.ok) return actor;
  }
  return accept(undefined);
}

async function transportIn(file: string): Promise<Result<Transport>> {
  const json = await readJson(file);
  if (!json.ok) return json;
  const transport = decodeTransport(json.value, sha256);
  if (!transport.ok) return transport;
  const faults = transport.value.mappings.flatMap(({ description }) => {
    const decoded = decodeSource(description);
    return decoded.ok ? [] : decoded.refusals;
  });
  return faults.length > 0 ? refused(...faults) : transport;
}

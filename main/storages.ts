import { tmpdir } from 'node:os';
import { clusterFolders } from '../adapters/db/embedded/clusterFolders.ts';
import { diskFault, diskOf } from '../adapters/system/diskSpace.ts';
import type { Refusal } from '../core/refusal/refusals.ts';
import type { Database } from './openDatabase.ts';

/** What is kept on disks of this machine; each may have a disk of its own. */
export const HOLDS = ['database', 'log', 'temporary', 'uploads', 'backups'] as const;
export type Holds = (typeof HOLDS)[number];
export type Storage = { readonly holds: Holds; readonly folder: string };

/** Where the program and its embedded database write, what matters most first. */
export function storagesOf({
  stateFolder,
  backups,
}: Pick<Database, 'stateFolder' | 'backups'>): readonly Storage[] {
  const cluster = stateFolder === undefined ? undefined : clusterFolders(stateFolder);
  return [
    ...(cluster?.database ?? []).map((folder) => ({ holds: 'database' as const, folder })),
    ...(cluster === undefined ? [] : [{ holds: 'log' as const, folder: cluster.log }]),
    ...(cluster === undefined ? [] : [{ holds: 'temporary' as const, folder: cluster.temporary }]),
    { holds: 'uploads', folder: tmpdir() },
    ...(backups === undefined ? [] : [{ holds: 'backups' as const, folder: backups }]),
  ];
}

/** One folder for each disk, since several of them may share it; one that cannot be looked at stands for itself. */
export async function onDisks(storages: readonly Storage[]): Promise<readonly Storage[]> {
  const found = new Map<bigint | string, Storage>();
  for (const storage of storages) {
    const disk = (await diskOf(storage.folder)) ?? storage.folder;
    if (!found.has(disk)) found.set(disk, storage);
  }
  return [...found.values()];
}

export type FullStorage = Storage & { readonly refusal: Refusal };

/** Disks without room, or that fail when they are looked at, each by the first that it holds. */
export async function fullStorages(storages: readonly Storage[]): Promise<readonly FullStorage[]> {
  const full: FullStorage[] = [];
  for (const storage of await onDisks(storages)) {
    const refusal = await diskFault(storage.folder);
    if (refusal !== undefined) full.push({ ...storage, refusal });
  }
  return full;
}

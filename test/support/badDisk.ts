import type * as fs from 'node:fs';
import { type Draw, seededRandom } from '../crash/seededRandom.ts';

/** A disk on which one call in so many fails while it is armed. */
type BadDisk = { oneIn: number; draw: Draw; failed: number };
export const badDisk: BadDisk = { oneIn: 0, draw: seededRandom(1), failed: 0 };

const CODES = [
  'EIO',
  'ENOSPC',
  'EDQUOT',
  'EMFILE',
  'ENFILE',
  'ENOMEM',
  'EROFS',
  'ESTALE',
  'EBADMSG',
  'EACCES',
];

/** The error of a call that fails, or undefined where it works. */
function fault(syscall: string): Error | undefined {
  if (badDisk.oneIn === 0 || badDisk.draw(badDisk.oneIn) !== 0) return undefined;
  badDisk.failed += 1;
  const code = CODES[badDisk.draw(CODES.length)] as string;
  return Object.assign(new Error(`${code}: drawn, ${syscall}`), { code, syscall, errno: -1 });
}

type Callback = (error: Error | null, ...rest: readonly unknown[]) => void;
type Call = (...args: never[]) => unknown;

function byCallback(syscall: string, real: Call): Call {
  return ((...args: unknown[]) => {
    const error = fault(syscall);
    if (error === undefined) return (real as (...args: unknown[]) => unknown)(...args);
    setImmediate(args.at(-1) as Callback, error);
    return undefined;
  }) as Call;
}

function byPromise(syscall: string, real: Call): Call {
  return ((...args: unknown[]) => {
    const error = fault(syscall);
    return error === undefined ? (real as (...args: unknown[]) => unknown)(...args) : Promise.reject(error);
  }) as Call;
}

const STREAMED = ['open', 'read', 'write', 'writev', 'fsync', 'close'] as const;

/** `node:fs` whose streams go to the bad disk. */
export function badFs(real: typeof fs): typeof fs {
  const calls = STREAMED.map((name) => [name, byCallback(name, real[name] as unknown as Call)]);
  const bad = { ...real, ...Object.fromEntries(calls) };
  const streams = {
    createReadStream: (path: string, options?: object) =>
      real.createReadStream(path, { ...options, fs: bad } as never),
    createWriteStream: (path: string, options?: object) =>
      real.createWriteStream(path, { ...options, fs: bad } as never),
  };
  return { ...real, ...streams, default: { ...real, ...streams } } as unknown as typeof fs;
}

const PROMISED = ['link', 'mkdir', 'open', 'rename', 'rm', 'stat'] as const;

/** `node:fs/promises` on the bad disk, open files included. */
export function badPromises(real: typeof fs.promises): typeof fs.promises {
  const calls = PROMISED.map((name) => [name, byPromise(name, real[name] as unknown as Call)]);
  const opened = byPromise('open', real.open as unknown as Call);
  const open = async (...args: never[]) => {
    const file = (await opened(...args)) as Record<string, Call>;
    for (const name of ['read', 'writeFile', 'sync', 'stat']) {
      if (file[name] !== undefined) file[name] = byPromise(name, file[name].bind(file) as Call);
    }
    return file;
  };
  const bad = { ...real, ...Object.fromEntries(calls), open };
  return { ...bad, default: bad } as unknown as typeof fs.promises;
}

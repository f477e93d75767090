import { type HouseFile, isScript, isTest, roomOf } from './houseFiles.ts';
import { type Import, importsOf } from './imports.ts';
import { type Inspection, inspect } from './inspection.ts';

/** The rooms, and which other rooms each may import. Arrows only go down. */
export const ROOMS: Readonly<Record<string, readonly string[]>> = {
  core: [],
  engine: ['core'],
  app: ['core', 'engine'],
  adapters: ['core', 'app'],
  main: ['core', 'engine', 'app', 'adapters'],
  bin: ['main'],
  // Runs where the proof is read: nothing of the machine, and no adapter.
  verifier: ['core', 'engine', 'app'],
  web: ['verifier'],
};

/** Where a package may be imported: to replace a library is to look into one room. */
export const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  '@node-rs/argon2': ['adapters/auth'],
  '@fastify/helmet': ['adapters/http'],
  '@fastify/rate-limit': ['adapters/http'],
  '@fastify/static': ['adapters/http'],
  '@fastify/under-pressure': ['adapters/http'],
  commander: ['main'],
  'csv-parse': ['adapters/files'],
  fastify: ['adapters/http'],
  'ipaddr.js': ['adapters/webhooks'],
  'request-filtering-agent': ['adapters/webhooks'],
  standardwebhooks: ['adapters/webhooks'],
  'file-type': ['adapters/files'],
  fontkit: ['adapters/documents'],
  nodemailer: ['adapters/mail'],
  'openid-client': ['adapters/auth'],
  otpauth: ['adapters/auth'],
  '@simplewebauthn/browser': ['web/session'],
  '@simplewebauthn/server': ['adapters/auth'],
  uqr: ['adapters/auth'],
  pdfkit: ['adapters/documents'],
  pg: ['adapters/db'],
  'pg-copy-streams': ['adapters/db'],
  saxes: ['adapters/files'],
  yauzl: ['adapters/files'],
  yazl: ['adapters/files'],
  yaml: ['adapters/files'],
  zod: ['adapters/http', 'main'],
  '@tanstack/react-query': ['web'],
  '@tanstack/react-router': ['web'],
  '@vitejs/plugin-react': ['bin'],
  'openapi-fetch': ['web/api'],
  'openapi-react-query': ['web/api'],
  react: ['web'],
  'react-aria-components': ['web/ui'],
  'react-dom': ['web/shell'],
  marked: ['bin'],
  vite: ['bin'],
};

/** The rooms that may speak to the machine. */
const MACHINE_ROOMS = ['adapters', 'main', 'bin'];

/**
 * Room by room: only the arrows of `ROOMS`, no adapter imports another one, packages only where
 * `PACKAGES` says, Node's own modules only outside core, engine and app. Tests are free.
 */
export function roomWalls(files: readonly HouseFile[]): Inspection {
  const scripts = files.filter((file) => isScript(file.path) && !isTest(file.path) && roomOf(file.path));
  return inspect(scripts, (file) => {
    if (ROOMS[roomOf(file.path)] === undefined) return ['lies in no room'];
    return importsOf(file).flatMap((entry) => wallFault(file.path, entry) ?? []);
  });
}

function wallFault(from: string, entry: Import): string | undefined {
  const room = roomOf(from);
  if (entry.target.startsWith('node:')) {
    return MACHINE_ROOMS.includes(room) ? undefined : `${room} may not import ${entry.target}`;
  }
  if (!entry.isOurs) return packageFault(from, entry.target);
  const target = roomOf(entry.target);
  if (target !== room) return ROOMS[room]?.includes(target) ? undefined : `${room} may not import ${target}`;
  const [mine, theirs] = [folderOf(from), folderOf(entry.target)];
  return room === 'adapters' && mine !== theirs ? `adapter ${mine} may not import ${theirs}` : undefined;
}

function packageFault(from: string, name: string): string | undefined {
  const isHome = PACKAGES[name]?.some((home) => from.startsWith(`${home}/`));
  return isHome ? undefined : `may not import the package ${name}`;
}

function folderOf(path: string): string {
  return path.split('/').slice(0, 2).join('/');
}

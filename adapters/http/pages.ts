import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** What a page is made of; nothing else in the folder is served. */
const PAGE_FILE = /\.(css|html|ico|js|png|svg|webmanifest|woff2)$|\/samples\/[\w-]+\.(csv|xlsx)$/;

/** Their names change with their content. */
const ASSETS = /\/assets\/[^/]+$/;

/** Files, answers and signs of life are no pages, whoever asks. */
const NO_PAGE = /^\/(api|assets)(\/|$)|\.\w+$/;

/** The files that were built of the pages. What has a name of its content is kept for good, the rest asked for anew. */
export async function addPages(server: FastifyInstance, folder: string): Promise<void> {
  await server.register(fastifyStatic, {
    root: folder,
    index: false,
    dotfiles: 'ignore',
    acceptRanges: false,
    cacheControl: false,
    // They lie there compressed, as they were built.
    preCompressed: true,
    allowedPath: (path) => PAGE_FILE.test(path),
    setHeaders: (reply, path) => {
      const kept = ASSETS.test(path) ? 'public, max-age=31536000, immutable' : 'public, max-age=0';
      void reply.header('cache-control', kept);
    },
  });
}

/** The document of the office. */
export const OFFICE = 'office/index.html';

/**
 * The document that is shown at an address, however deep in the application it leads: the pages
 * themselves know their places. Only for a browser that goes there; a program is told that nothing is there.
 */
export function pageAt({ method, url, headers }: FastifyRequest, folder: string): string | undefined {
  if (method !== 'GET' && method !== 'HEAD') return undefined;
  const path = url.split('?')[0] as string;
  const isBrowser = path === '/' || /\btext\/html\b/.test(headers.accept ?? '');
  if (!isBrowser || NO_PAGE.test(path)) return undefined;
  const page = /^\/portal(\/|$)/.test(path) ? 'portal/index.html' : OFFICE;
  return existsSync(join(folder, page)) ? page : undefined;
}

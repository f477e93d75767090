// The pages as a browser loads them, in dist/web. `node bin/buildPages.mjs` builds where what was built is missing or
// older than its sources; several at once do no harm: each builds aside, and puts what it has in its place.

import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { docSources } from './docSources.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const built = join(root, 'dist', 'web');
const mark = join(built, '.sources');
/** What is shorter fits into one packet anyway. */
const WORTH_BYTES = 1000;

/** One hash of everything that the pages are made of. */
function sources() {
  const hash = createHash('sha256');
  // The pages, and what of the calculation is loaded with the page that verifies proofs.
  const files = ['web', 'verifier', 'app', 'core', 'engine']
    .flatMap((room) => readdirSync(join(root, room), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && !/\.(test\.tsx?|md)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const builders = ['buildPages.mjs', 'buildDocs.mjs', 'docSources.mjs'].map((name) =>
    join(root, 'bin', name),
  );
  const docs = docSources(root).map((file) => join(root, file));
  for (const file of [...files, ...docs, join(root, 'package-lock.json'), ...builders]) {
    hash.update(file.slice(root.length)).update(readFileSync(file));
  }
  return hash.digest('hex');
}

async function build(aside) {
  const { build: bundle } = await import('vite');
  const { default: react } = await import('@vitejs/plugin-react');
  await bundle({
    root: join(root, 'web'),
    configFile: false,
    logLevel: 'warn',
    plugins: [react()],
    css: { modules: { generateScopedName: '[name]-[local]-[hash:base64:4]' } },
    build: {
      outDir: aside,
      emptyOutDir: true,
      target: 'es2023',
      // Styles and pictures inside of others are what our own rules for browsers forbid.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      license: { fileName: 'licences.md' },
      rolldownOptions: { input: ['office', 'portal'].map((page) => join(root, 'web', page, 'index.html')) },
    },
  });
}

/** The best but one: two bytes in a hundred more, in a third of the time that whoever starts a clone waits. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } };

/** What is text lies there a second and a third time, as browsers ask for it: a server that compresses while it answers would do it each time. */
async function compress(aside) {
  const files = readdirSync(aside, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(js|css|html|svg|json)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  await Promise.all(
    files.map(async (file) => {
      const text = readFileSync(file);
      if (text.length < WORTH_BYTES) return;
      writeFileSync(`${file}.gz`, await promisify(gzip)(text, { level: 9 }));
      writeFileSync(`${file}.br`, await promisify(brotliCompress)(text, BROTLI));
    }),
  );
}

/** What was there is moved away whole, so that several who build at once never find half of it. */
function putInPlace(aside) {
  const old = `${aside}-old`;
  for (;;) {
    try {
      if (existsSync(built)) renameSync(built, old);
      renameSync(aside, built);
      return;
    } catch (error) {
      // Another one was quicker: with the same pages, or with what has to be moved away once more.
      if (!['ENOENT', 'ENOTEMPTY', 'EEXIST'].includes(error.code)) throw error;
      if (isBuilt()) return;
    } finally {
      rmSync(old, { recursive: true, force: true });
    }
  }
}

function isBuilt() {
  return existsSync(mark) && readFileSync(mark, 'utf8') === wanted;
}

const wanted = sources();
if (!isBuilt()) {
  const begun = Date.now();
  mkdirSync(join(root, 'dist'), { recursive: true });
  const aside = mkdtempSync(join(root, 'dist', 'pages-'));
  try {
    await build(aside);
    const { buildDocs } = await import('./buildDocs.mjs');
    buildDocs(root, join(aside, 'help'));
    writeFileSync(join(aside, '.sources'), wanted);
    await compress(aside);
    putInPlace(aside);
    process.stderr.write(`The pages are built (${Date.now() - begun} ms)\n`);
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

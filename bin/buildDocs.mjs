// The documentation of the repository as pages that a browser reads without network, below `help/` of the built pages.
// Every page that git keeps is one; what links lead to outside of them stays text.

import { copyFileSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { marked, Renderer } from 'marked';
import { chineseOf, docPages } from './docSources.mjs';

/** What stands around a page, in its language. */
const AROUND = {
  en: { help: 'Help', skip: 'Skip to the page', pages: 'Pages', table: 'Table', parts: {}, only: '' },
  'zh-CN': {
    help: '帮助',
    skip: '跳到正文',
    pages: '页面',
    table: '表格',
    parts: {
      Start: '开始',
      Guides: '指南',
      Reference: '参考',
      'How it is built': '构建方式',
      Proof: '证明',
    },
    only: '（英文）',
  },
};

/** Writes the pages into a folder: each in English, and beside it in Chinese where it is written in Chinese. */
export function buildDocs(root, folder) {
  const parts = docPages(root);
  const english = parts.flatMap(({ files }) => files);
  const chinese = new Map(english.flatMap((file) => [[file, chineseOf(root, file)]].filter(([, is]) => is)));
  const known = new Set([...english, ...chinese.values()]);
  const titles = new Map(
    [...known].map((file) => [file, titleOf(readFileSync(join(root, file), 'utf8'), file)]),
  );
  const write = (file, language, other) => {
    // On a Chinese page links and navigation lead to Chinese pages where there are some.
    const translated = language === 'en' ? new Map() : chinese;
    const text = readFileSync(join(root, file), 'utf8');
    const out = join(folder, addressOf(file));
    mkdirSync(dirname(out), { recursive: true });
    const around = { language, other };
    const nav = navOf({ parts, titles, translated, around }, file);
    // A translation bears the names of the English headings beside its own: one link leads there in either language.
    const names = language === 'en' ? [] : headingNames(readFileSync(join(root, other), 'utf8'));
    const content = render(text, file, { known, translated, around, names });
    writeFileSync(out, page({ file, title: titles.get(file), content, nav, around }));
  };
  for (const file of english) {
    const own = chinese.get(file);
    write(file, 'en', own);
    if (own !== undefined) write(own, 'zh-CN', file);
  }
  mkdirSync(join(folder, 'docs/images'), { recursive: true });
  mkdirSync(join(folder, 'docs/samples'), { recursive: true });
  for (const file of globSync('docs/{images,samples}/*', { cwd: root }))
    copyFileSync(join(root, file), join(folder, file));
  writeFileSync(
    join(folder, 'help.css'),
    readFileSync(join(root, 'web', 'ui', 'tokens.css'), 'utf8') + STYLES,
  );
}

/** `docs/guides/claims.md` is read at `docs/guides/claims.html`, a README at the index of its folder. */
function addressOf(file) {
  return file.replace(/README(\.zh-CN)?\.md$/, 'index$1.html').replace(/\.md$/, '.html');
}

function titleOf(text, file) {
  return /^# (.+)$/m.exec(text)?.[1]?.replaceAll('`', '') ?? file;
}

function render(text, file, { known, translated, around, names }) {
  const renderer = new Renderer();
  const plain = new Renderer();
  const left = [...names];
  renderer.heading = function ({ tokens, depth, text: words }) {
    const [id, name] = [idOf(words), left.shift()];
    const place = name === undefined || name === id ? '' : `<span id="${name}"></span>`;
    return `<h${depth} id="${id}">${place}${this.parser.parseInline(tokens)}</h${depth}>\n`;
  };
  renderer.link = function ({ href, tokens, title }) {
    const content = this.parser.parseInline(tokens);
    const target = targetOf(href, file, { known, translated });
    return target === undefined
      ? content
      : plain.link.call({ parser: { parseInline: () => content } }, { href: target, title, tokens });
  };
  renderer.image = ({ href, text: alt }) =>
    `<img src="${escaped(relative(file, posix.join(posix.dirname(file), href)))}" alt="${escaped(alt)}">`;
  // What stands in the pages as markup is text: nothing of a page is ever run.
  renderer.html = ({ text: markup }) => (/^<!--/.test(markup.trim()) ? '' : escaped(markup));
  renderer.table = function (token) {
    return `<div class="table" tabindex="0" role="region" aria-label="${AROUND[around.language].table}">${plain.table.call(this, token)}</div>`;
  };
  return marked.parse(text, { renderer, gfm: true });
}

/** The names of the headings of a page, in their order. */
function headingNames(text) {
  return marked
    .lexer(text)
    .filter(({ type }) => type === 'heading')
    .map(({ text: words }) => idOf(words));
}

/** As GitHub names headings, so that the links of the pages hold. */
function idOf(words) {
  return words
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(/\s/g, '-');
}

function targetOf(href, file, { known, translated }) {
  if (/^https:/.test(href) || href.startsWith('#')) return href;
  const [path, anchor] = href.split('#');
  const there = posix.join(posix.dirname(file), path);
  const page = known.has(there)
    ? there
    : known.has(posix.join(there, 'README.md'))
      ? posix.join(there, 'README.md')
      : undefined;
  if (page === undefined) return undefined;
  const address = relative(file, addressOf(translated.get(page) ?? page));
  return `${address}${anchor === undefined ? '' : `#${anchor}`}`;
}

function relative(from, to) {
  return posix.relative(posix.dirname(addressOf(from)), to);
}

function navOf({ parts, titles, translated, around }, file) {
  const { parts: names, only } = AROUND[around.language];
  const link = (english) => {
    const one = translated.get(english) ?? english;
    const current = one === file ? ' aria-current="page"' : '';
    const note = only !== '' && one === english ? only : '';
    return `<li><a href="${escaped(relative(file, addressOf(one)))}"${current}>${escaped(titles.get(one))}${note}</a></li>`;
  };
  return parts
    .map(({ title, files }) => `<h2>${names[title] ?? title}</h2><ul>${files.map(link).join('')}</ul>`)
    .join('');
}

/** The way to the same page in the other language, or that there is none. */
function otherOf(file, { language, other }) {
  if (other === undefined) return '<span lang="zh-CN">本页只有英文</span>';
  const [name, lang] = language === 'en' ? ['简体中文', 'zh-CN'] : ['English', 'en'];
  return `<a href="${escaped(relative(file, addressOf(other)))}" lang="${lang}" hreflang="${lang}">${name}</a>`;
}

function page({ file, title, content, nav, around }) {
  const styles = relative(file, 'help.css');
  const { help, skip, pages } = AROUND[around.language];
  return `<!doctype html>
<html lang="${around.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escaped(title)} · OpenRebate</title>
<link rel="icon" href="/icon.svg">
<link rel="stylesheet" href="${styles}">
</head>
<body>
<a class="skip" href="#page">${skip}</a>
<header><a href="/">OpenRebate</a> <span>${help}</span> ${otherOf(file, around)}</header>
<main id="page" tabindex="-1">
${content}</main>
<nav aria-label="${pages}">${nav}</nav>
</body>
</html>
`;
}

function escaped(text) {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

const STYLES = `
body { display: grid; grid-template: "head head" auto "nav page" 1fr / 18rem minmax(0, 1fr); margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.55 var(--latin), var(--cjk), sans-serif; }
header { grid-area: head; padding: var(--s3) var(--s6); border-bottom: 1px solid var(--line); background: var(--sheet); font-weight: 600; }
header { display: flex; gap: var(--s2); }
header > :last-child { margin-left: auto; font-weight: 400; }
header span { color: var(--quiet); font-weight: 400; }
nav { grid-area: nav; padding: var(--s4); border-right: 1px solid var(--line); font-size: var(--text); }
nav h2 { margin: var(--s4) 0 var(--s1); font-size: var(--text-small); color: var(--quiet); }
nav ul { margin: 0; padding: 0; list-style: none; }
nav a { display: block; padding: var(--s1) var(--s2); color: inherit; text-decoration: none; }
nav a:hover { background: var(--hover); }
nav a[aria-current] { color: var(--accent); font-weight: 600; background: var(--accent-back); }
main { grid-area: page; max-width: 56rem; padding: 0 var(--s8) var(--s8); overflow-wrap: break-word; }
a { color: var(--accent); }
h1 { font-size: 1.75rem; line-height: 1.25; }
h2 { margin-top: 2rem; font-size: 1.25rem; }
pre { overflow: auto; padding: var(--s3); border: 1px solid var(--line); border-radius: var(--radius); background: var(--sheet); }
code { font: 0.9em var(--mono); }
.table { overflow: auto; }
table { border-collapse: collapse; }
th, td { padding: var(--s1) var(--s3); border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
img { max-width: 100%; border: 1px solid var(--line); }
.skip:not(:focus) { position: absolute; left: -100rem; }
@media (width <= 56rem) {
  body { grid-template: "head" auto "page" auto "nav" auto / minmax(0, 1fr); }
  main { padding-inline: var(--s4); }
  nav { border-right: 0; border-top: 1px solid var(--line); }
}
@media print { nav, header { display: none; } }
`;

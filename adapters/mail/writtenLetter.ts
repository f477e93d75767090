import type { Mail } from '../../app/ports/mails.ts';

/** A mail as programs for mail take it: a subject, and what it says as text and as HTML. */
export type Written = { readonly subject: string; readonly text: string; readonly html: string };

/** Both say the same; the HTML loads nothing, and needs no style to be read. */
export function writtenLetter({ language, letter }: Pick<Mail, 'language' | 'letter'>): Written {
  const { head, subject, before, way, after, items = [] } = letter;
  const list = items.map(({ text: said, address }) => `– ${said}\n  ${address}`);
  const text = [
    ...(head ? [head.name] : []),
    ...before,
    ...(items.length > 0 ? [list.join('\n')] : []),
    ...(way ? [`${way.label}:\n${way.address}`] : []),
    ...after,
  ];
  const html = [
    ...(head ? [`<p style="${HEAD}">${escaped(head.name)}</p>`] : []),
    ...before.map(paragraph),
    ...(items.length > 0 ? [`<ul>${items.map(item).join('')}</ul>`] : []),
    ...(way
      ? [button(way.label, way.address, head?.accent), `<p style="${SMALL}">${linked(way.address)}</p>`]
      : []),
    ...after.map((one) => `<p style="${SMALL}">${escaped(one)}</p>`),
  ];
  return {
    subject,
    text: `${text.join('\n\n')}\n`,
    html: `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escaped(subject)}</title></head>
<body style="${BODY}"><div style="max-width:34em;margin:0 auto;padding:24px">
${html.join('\n')}
</div></body></html>
`,
  };
}

const BODY =
  'margin:0;font:16px/1.6 system-ui,-apple-system,&quot;PingFang SC&quot;,&quot;Microsoft YaHei&quot;,sans-serif;color:#1b1f24';
const SMALL = 'font-size:14px;color:#59636e;overflow-wrap:anywhere';
const HEAD = 'font-weight:600';
const BUTTON = 'display:inline-block;padding:10px 18px;border-radius:6px;color:#ffffff;text-decoration:none';
/** White can be read on it; on the accent of a tenant as well, or it would have been refused. */
const OUR_ACCENT = '#0d5c63';

function paragraph(text: string): string {
  return `<p>${escaped(text)}</p>`;
}

function item({ text, address }: { readonly text: string; readonly address: string }): string {
  return `<li><a href="${escaped(address)}">${escaped(text)}</a></li>`;
}

function button(label: string, address: string, accent = OUR_ACCENT): string {
  return `<p><a href="${escaped(address)}" style="${BUTTON};background:${escaped(accent)}">${escaped(label)}</a></p>`;
}

function linked(address: string): string {
  return `<a href="${escaped(address)}">${escaped(address)}</a>`;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

import type { Mail } from '../../app/ports/mails.ts';

/** A mail as programs for mail take it: a subject, and what it says as text and as HTML. */
export type Written = { readonly subject: string; readonly text: string; readonly html: string };

/** Both say the same; the HTML loads nothing, and needs no style to be read. */
export function writtenLetter({ language, letter }: Pick<Mail, 'language' | 'letter'>): Written {
  const { subject, before, way, after } = letter;
  const text = [...before, ...(way ? [`${way.label}:\n${way.address}`] : []), ...after];
  const html = [
    ...before.map(paragraph),
    ...(way ? [button(way.label, way.address), `<p style="${SMALL}">${linked(way.address)}</p>`] : []),
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
const BUTTON =
  'display:inline-block;padding:10px 18px;border-radius:6px;background:#0b5cad;color:#ffffff;text-decoration:none';

function paragraph(text: string): string {
  return `<p>${escaped(text)}</p>`;
}

function button(label: string, address: string): string {
  return `<p><a href="${escaped(address)}" style="${BUTTON}">${escaped(label)}</a></p>`;
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

/** An element of XML: a name, perhaps attributes, and either a text or elements inside. */
export type XmlElement = {
  readonly name: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly inside: string | readonly XmlElement[];
};

/** An element of those children that there are; undefined where there is none, so that nothing stands empty. */
export function xmlGroup(
  name: string,
  children: readonly (XmlElement | undefined)[],
  attributes?: Readonly<Record<string, string>>,
): XmlElement | undefined {
  const inside = children.filter((child) => child !== undefined);
  if (inside.length === 0) return undefined;
  return { name, inside, ...(attributes && { attributes }) };
}

/** An element with a text; undefined where there is none. */
export function xmlLeaf(
  name: string,
  text: string | undefined,
  attributes?: Readonly<Record<string, string>>,
): XmlElement | undefined {
  if (text === undefined || text === '') return undefined;
  return { name, inside: text, ...(attributes && { attributes }) };
}

/**
 * A document of XML 1.0 in UTF-8: two blanks for each depth, one line for each element, no blank is added to
 * a text. The same elements give the same text. Shape: names are ours; a character that XML cannot hold
 * is a fault, since texts of facts are checked where they come in.
 */
export function xmlText(root: XmlElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${linesOf(root, '').join('\n')}\n`;
}

function linesOf({ name, attributes = {}, inside }: XmlElement, indent: string): string[] {
  const said = Object.entries(attributes).map(([key, value]) => ` ${key}="${xmlEscaped(value)}"`);
  const start = `${indent}<${name}${said.join('')}>`;
  if (typeof inside === 'string') return [`${start}${xmlEscaped(inside)}</${name}>`];
  return [start, ...inside.flatMap((child) => linesOf(child, `${indent}  `)), `${indent}</${name}>`];
}

/** What no document of XML 1.0 can hold, in whatever way it is written. Source: XML 1.0, production 2. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused here
const NOT_IN_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

/** A text as it stands between tags and in quotes; a line break in it stays one, also in an attribute. */
function xmlEscaped(text: string): string {
  if (NOT_IN_XML.test(text) || !text.isWellFormed())
    throw new Error('Fault: a character that XML cannot hold');
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\t', '&#9;')
    .replaceAll('\n', '&#10;')
    .replaceAll('\r', '&#13;');
}

import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ZipFile } from 'yazl';
import { DOCUMENT_BYTES_MAX } from '../../app/agreements/attachDocument.ts';
import { readDocument } from './readDocument.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'openrebate-documents-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function said(content: Uint8Array | string, name = 'file'): Promise<string> {
  const path = join(folder, name);
  writeFileSync(path, content);
  const read = await readDocument(path);
  return read.ok
    ? read.value.mediaType
    : `${read.refusals[0]?.code} ${read.refusals[0]?.facts.type ?? ''}`.trim();
}

function packed(...names: readonly (readonly [string, string])[]): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of names) zip.addBuffer(Buffer.from(content), name, { compress: false });
  zip.end();
  const chunks: Buffer[] = [];
  return new Promise((resolve) => {
    zip.outputStream.on('data', (chunk: Buffer) => chunks.push(chunk));
    zip.outputStream.on('end', () => resolve(Buffer.concat(chunks)));
  });
}

const types = (part: string) =>
  `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/x" ContentType="${part}.main+xml"/></Types>`;
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const MACRO = 'application/vnd.ms-word.document.macroEnabled';

describe('what a document is, its content says', () => {
  it.each([
    ['a PDF that is called a picture', '%PDF-1.7\n%âãÏÓ\n1 0 obj', 'scan.png', 'application/pdf'],
    [
      'a PNG',
      Buffer.from(
        '89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000049454e44ae426082',
        'hex',
      ),
      'x',
      'image/png',
    ],
    ['a JPEG', Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex'), 'x', 'image/jpeg'],
    ['notes', 'Agreed on the phone: 3 %.\r\n\t– Mia\n', 'notes', 'text/plain; charset=utf-8'],
    ['Chinese notes', '电话中已同意。', 'notes', 'text/plain; charset=utf-8'],
  ] as const)('%s', async (_, content, name, type) => {
    expect(await said(content, name)).toBe(type);
  });

  it('a text of an office program', async () => {
    const text = await packed(['[Content_Types].xml', types(WORD)], ['word/document.xml', '<x/>']);
    expect(await said(text)).toBe(WORD);
  });

  it.each([
    ['a page', '<!DOCTYPE html><script>alert(1)</script>', 'contract.pdf'],
    ['a page behind white space', ' \n <html>', 'contract.pdf'],
    [
      'a drawing that can hold scripts',
      '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
      'logo.png',
    ],
    ['markup', '<?xml version="1.0"?><a/>', 'a.txt'],
    ['a program for Linux', Buffer.from(`7f454c4602010100${'00'.repeat(60)}`, 'hex'), 'a.txt'],
    ['a program for Windows', Buffer.from(`4d5a9000${'00'.repeat(124)}`, 'hex'), 'a.docx'],
    ['a script', '#!/bin/sh\nrm -rf /\n', 'a.txt'],
    ['text in another encoding', Buffer.from([0x4d, 0xfc, 0x6c, 0x6c, 0x65, 0x72]), 'a.txt'],
    ['text with a control character', 'a\u0000b', 'a.txt'],
    [
      'an old office file, which can hold macros',
      Buffer.from(`d0cf11e0a1b11ae1${'00'.repeat(504)}`, 'hex'),
      'a.doc',
    ],
    [
      'a moving picture',
      Buffer.from(
        '47494638396101000100800000000000ffffff21f90401000000002c00000000010001000002024401003b',
        'hex',
      ),
      'a.gif',
    ],
  ] as const)('%s is refused, whatever it is called', async (_, content, name) => {
    expect(await said(content, name)).toMatch(/^document-type-not-allowed/);
  });

  it('an office file with macros, any other package, and a broken one are refused', async () => {
    expect(
      await said(await packed(['[Content_Types].xml', types(MACRO)], ['word/document.xml', '<x/>'])),
    ).toMatch(/^document-type/);
    expect(await said(await packed(['run.exe', 'MZ']))).toMatch(/^document-type-not-allowed/);
    const broken = (await packed(['[Content_Types].xml', types(WORD)])).subarray(0, 60);
    expect(await said(broken)).toMatch(/^document-type-not-allowed/);
  });

  it('a package that unpacks to a thousand times its size costs next to nothing', async () => {
    const bomb = deflateRawSync(Buffer.alloc(200 * 1024 ** 2, ' '));
    const header = Buffer.alloc(30);
    header.writeUInt32LE(0x04034b50, 0);
    header.writeUInt16LE(20, 4);
    header.writeUInt16LE(8, 8);
    header.writeUInt32LE(bomb.length, 18);
    header.writeUInt32LE(200 * 1024 ** 2, 22);
    header.writeUInt16LE(19, 26);
    const before = process.memoryUsage.rss();
    expect(await said(Buffer.concat([header, Buffer.from('[Content_Types].xml'), bomb]))).toMatch(
      /^document-type-not-allowed/,
    );
    expect(process.memoryUsage.rss() - before).toBeLessThan(100 * 1024 ** 2);
  });
});

describe('how large a document is', () => {
  it('is looked at before it is read', async () => {
    expect(await said('')).toBe('document-empty');
    const path = join(folder, 'large');
    writeFileSync(path, '%PDF-1.7\n');
    truncateSync(path, DOCUMENT_BYTES_MAX);
    expect((await readDocument(path)).ok).toBe(true);
    truncateSync(path, DOCUMENT_BYTES_MAX + 1);
    const read = await readDocument(path);
    expect(read.ok ? '' : read.refusals[0]?.code).toBe('document-too-large');
    expect((await readDocument(join(folder, 'none'))).ok).toBe(false);
    expect((await readDocument(folder)).ok).toBe(false);
  });
});

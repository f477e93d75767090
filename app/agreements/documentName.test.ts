import { expect, it } from 'vitest';
import { documentName } from './documentName.ts';

it.each([
  ['contract.pdf', 'pdf', 'contract.pdf'],
  ['Contract 2026.PDF', 'pdf', 'Contract 2026.pdf'],
  ['合同.pdf', 'pdf', '合同.pdf'],
  ['photo.jpeg', 'jpg', 'photo.jpg'],
  ['invoice.pdf.exe', 'pdf', 'invoice.pdf.exe.pdf'],
  ['../../etc/passwd', 'txt', 'passwd.txt'],
  ['C:\\Users\\mia\\contract.docx', 'docx', 'contract.docx'],
  ['.htaccess', 'txt', 'htaccess.txt'],
  ['..', 'pdf', 'document.pdf'],
  ['', 'pdf', 'document.pdf'],
  ['a\u0000b\r\nc.txt', 'txt', 'abc.txt'],
  ['exe.\u202etxt', 'pdf', 'exe.txt.pdf'],
  ['a"b<c>|d?*.pdf', 'pdf', 'a_b_c__d__.pdf'],
  ['Cafe\u0301.pdf', 'pdf', 'Café.pdf'],
  [`${'x'.repeat(500)}.pdf`, 'pdf', `${'x'.repeat(150)}.pdf`],
])('%j becomes a name that no system stumbles over', (given, ending, name) => {
  expect(documentName(given, ending)).toBe(name);
});

it('comes back from a name of many points, though each could be the first of the last ones', () => {
  expect(documentName(`a${'.'.repeat(200_000)}x.pdf`, 'pdf')).toBe(`a${'.'.repeat(149)}.pdf`);
});

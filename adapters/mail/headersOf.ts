import type { Mail } from '../../app/ports/mails.ts';

/** From whom it is: under the name of whose letter it is, at the address that the server sends for. */
export function senderOf({ letter: { head } }: Mail, from: string) {
  return head === undefined ? from : { name: head.name, address: addressIn(from) };
}

/** What programs for mail read: its name, where such mails are ended, and a file beside it. */
export function headersOf({ id, stopAt, file, letter }: Mail, from: string) {
  const address = addressIn(from);
  const domain = address.slice(address.lastIndexOf('@') + 1);
  return {
    ...(id !== undefined && { messageId: `<${id}@${domain}>` }),
    ...(stopAt !== undefined && {
      list: { unsubscribe: { url: stopAt, comment: letter.head?.name ?? 'OpenRebate' } },
    }),
    ...(file && {
      attachments: [{ filename: file.name, contentType: file.mediaType, content: Buffer.from(file.content) }],
    }),
  };
}

/** The address in `Name <address>`, or alone. */
function addressIn(from: string): string {
  const begin = from.lastIndexOf('<');
  return (begin < 0 ? from : from.slice(begin + 1, from.lastIndexOf('>'))).trim();
}

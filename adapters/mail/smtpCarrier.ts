import { createTransport } from 'nodemailer';
import { headersOf, senderOf } from './headersOf.ts';
import type { Carrier } from './postbox.ts';
import { writtenLetter } from './writtenLetter.ts';

export type SmtpOptions = {
  /** smtp:// or smtps://, with user and password where the server asks for them. */
  readonly url: string;
  readonly from: string;
};

const PATIENCE_MS = 15_000;

/**
 * Gives mails to a server. What it is told goes over TLS: from the start with smtps, else by STARTTLS, which is insisted on
 * unless the server is on this machine or the address says `?tls=none`.
 */
export function smtpCarrier({ url, from }: SmtpOptions): Carrier {
  const { protocol, hostname, port, username, password, searchParams } = new URL(url);
  const isSecure = protocol === 'smtps:';
  const isPlain = searchParams.get('tls') === 'none' || isHere(hostname);
  const transport = createTransport({
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? (isSecure ? 465 : 587) : Number(port),
    secure: isSecure,
    requireTLS: !isSecure && !isPlain,
    ignoreTLS: isPlain,
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
    // Nothing of a mail is read from a file or fetched from anywhere.
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(username !== '' && {
      auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
    }),
  });
  return {
    carry: async (mail) => {
      await transport.sendMail({
        from: senderOf(mail, from),
        to: { name: '', address: mail.to },
        ...writtenLetter(mail),
        ...headersOf(mail, from),
      });
    },
    close: () => transport.close(),
  };
}

function isHere(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);
}

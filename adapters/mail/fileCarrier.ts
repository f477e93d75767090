import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { headersOf, senderOf } from './headersOf.ts';
import type { Carrier } from './postbox.ts';
import { writtenLetter } from './writtenLetter.ts';

export type FileOptions = {
  /** Where the files go; asked for the first mail. */
  readonly folder: () => Promise<string>;
  /** Told where each one lies. */
  readonly kept: (file: string) => void;
  /** What a file is called by, beside the time. */
  readonly now: () => Date;
};

const FROM = 'OpenRebate <openrebate@localhost>';

/** Keeps mails as files that any program for mail opens: for a trial, without a server. They hold links that work, so they are their owner's alone. */
export function fileCarrier({ folder, kept, now }: FileOptions): Carrier {
  const transport = createTransport({ streamTransport: true, buffer: true });
  let count = 0;
  return {
    carry: async (mail) => {
      const { message } = await transport.sendMail({
        from: senderOf(mail, FROM),
        to: { name: '', address: mail.to },
        date: now(),
        ...writtenLetter(mail),
        ...headersOf(mail, FROM),
      });
      const place = await folder();
      await mkdir(place, { recursive: true, mode: 0o700 });
      count += 1;
      const file = join(place, `${now().toISOString().replaceAll(/[:.]/g, '-')}-${process.pid}-${count}.eml`);
      await writeFile(file, message as Buffer, { mode: 0o600, flag: 'wx' });
      kept(file);
    },
    close: () => transport.close(),
  };
}

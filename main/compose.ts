import { createHash, randomBytes } from 'node:crypto';
import { argon2Passwords } from '../adapters/auth/argon2Passwords.ts';
import { oidcSignOn } from '../adapters/auth/oidcSignOn.ts';
import { timedCodes } from '../adapters/auth/timedCodes.ts';
import { webPasskeys } from '../adapters/auth/webPasskeys.ts';
import {
  type OpenStore,
  openPortalStore,
  openStore,
  PATIENT_MS,
  type PortalStore,
} from '../adapters/db/store.ts';
import type { Postbox } from '../adapters/mail/postbox.ts';
import { systemClock } from '../adapters/system/systemClock.ts';
import { uuidV7 } from '../adapters/system/uuidV7.ts';
import { httpCourier } from '../adapters/webhooks/httpCourier.ts';
import type { AccountPorts } from '../app/accounts/accountPorts.ts';
import { StandingLines } from '../app/calculation/standingLines.ts';
import type { CourierPorts } from '../app/ports/courier.ts';
import { type ExportPlaces, exportPlaces } from './api/exportPlaces.ts';
import type { Config } from './config.ts';
import type { Database } from './openDatabase.ts';
import { VERSION } from './version.ts';

export type Composed = Omit<AccountPorts, 'mails'> &
  CourierPorts & {
    /** For jobs and commands, which may calculate for long. */
    readonly store: OpenStore;
    /** For requests: one that stands still does not keep others waiting. */
    readonly answering: OpenStore;
    readonly mails: Postbox;
    /** For persons of partners; undefined where nobody named the address of their role. */
    readonly portal: PortalStore | undefined;
    /** For them as well, in the role of the application. */
    readonly naming: OpenStore['naming'];
    readonly exports: ExportPlaces;
    /** When PostgreSQL last said that its disk is full, by the clock of this process; undefined: never. */
    readonly fullAt: () => number | undefined;
    readonly close: () => Promise<void>;
  };

/** The use cases' outside on a database, with the machine's clock and randomness. */
export function compose(
  { appUrl, portalUrl, keys }: Pick<Database, 'appUrl' | 'portalUrl' | 'keys'>,
  mails: Postbox,
  { tenantAddresses = [], webhookPrivateHosts = [] }: Partial<Config> = {},
): Composed {
  let fullAt: number | undefined;
  const onFull = () => {
    fullAt = performance.now();
  };
  const store = openStore({ url: appUrl, onFull, idleMs: PATIENT_MS });
  const answering = openStore({ url: appUrl, onFull });
  const exports = exportPlaces((poolSize) =>
    openStore({ url: appUrl, poolSize, onFull, idleMs: PATIENT_MS }),
  );
  const portal = portalUrl === undefined ? undefined : openPortalStore({ url: portalUrl });
  return {
    store,
    answering,
    exports,
    portal,
    naming: store.naming,
    fullAt: () => fullAt,
    close: async () => {
      await mails.close();
      await Promise.all([store.close(), answering.close(), exports.close(), portal?.close()]);
    },
    accounts: store.accounts,
    passwords: argon2Passwords(),
    mails,
    totp: timedCodes(),
    passkeys: webPasskeys(),
    signOn: oidcSignOn(systemClock.now),
    addresses: (code) => tenantAddresses.filter(({ tenant }) => tenant === code).map(({ origin }) => origin),
    keys,
    courier: httpCourier({ privateHosts: webhookPrivateHosts, userAgent: `OpenRebate/${VERSION}` }),
    clock: systemClock,
    ids: uuidV7(systemClock),
    random: randomBytes,
    keeper: new StandingLines(),
    sha256: (bytes) => createHash('sha256').update(bytes).digest(),
  };
}

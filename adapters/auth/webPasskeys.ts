import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import type { PasskeyPlace, Passkeys } from '../../app/ports/factors.ts';

const TIMEOUT_MS = 300_000;
const NAME = 'OpenRebate';

/** Passkeys that the authenticator finds by itself, and shows only to whoever unlocks it: two factors in one. */
export function webPasskeys(): Passkeys {
  return {
    askToMake: async (place, { account, email, known }) => {
      const options = await generateRegistrationOptions({
        rpName: NAME,
        rpID: nameOf(place),
        userName: email,
        userDisplayName: email,
        userID: new TextEncoder().encode(account),
        timeout: TIMEOUT_MS,
        attestationType: 'none',
        excludeCredentials: known.map((id) => ({ id })),
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      });
      return { challenge: options.challenge, options };
    },
    made: (place, challenge, response) =>
      orNothing(async () => {
        const { verified, registrationInfo } = await verifyRegistrationResponse({
          response: response as RegistrationResponseJSON,
          expectedChallenge: challenge,
          expectedOrigin: place.origin,
          expectedRPID: nameOf(place),
          requireUserVerification: true,
        });
        if (!verified) return undefined;
        const { id, publicKey, counter } = registrationInfo.credential;
        return { credential: id, publicKey, counter };
      }),
    askToShow: async (place) => {
      const options = await generateAuthenticationOptions({
        rpID: nameOf(place),
        timeout: TIMEOUT_MS,
        userVerification: 'required',
      });
      return { challenge: options.challenge, options };
    },
    claimed: (given) => {
      const { id, response } = given as AuthenticationResponseJSON;
      const handle = response?.userHandle;
      if (typeof id !== 'string' || typeof handle !== 'string') return undefined;
      return { account: Buffer.from(handle, 'base64url').toString('utf8'), credential: id };
    },
    shown: (place, challenge, response, { credential, publicKey, counter }) =>
      orNothing(async () => {
        const { verified, authenticationInfo } = await verifyAuthenticationResponse({
          response: response as AuthenticationResponseJSON,
          expectedChallenge: challenge,
          expectedOrigin: place.origin,
          expectedRPID: nameOf(place),
          credential: { id: credential, publicKey: Uint8Array.from(publicKey), counter },
          requireUserVerification: true,
        });
        return verified ? authenticationInfo.newCounter : undefined;
      }),
  };
}

function nameOf({ origin }: PasskeyPlace): string {
  return new URL(origin).hostname;
}

/** The library says each "no" by throwing; why is nobody's business who sends such a thing. */
async function orNothing<T>(work: () => Promise<T | undefined>): Promise<T | undefined> {
  try {
    return await work();
  } catch {
    return undefined;
  }
}

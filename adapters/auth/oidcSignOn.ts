import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  enableNonRepudiationChecks,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import type { SignOn, SignOnClient } from '../../app/ports/signOn.ts';

const PATIENCE_S = 10;
/** How long what a provider says of itself is believed: its keys are looked up anew by themselves. */
const KNOWN_MS = 10 * 60 * 1000;

/** Sign-on at OpenID providers. What they say of themselves is remembered for some minutes. */
export function oidcSignOn(now: () => Date): SignOn {
  const known = new Map<string, { readonly configuration: Configuration; readonly at: number }>();
  const configurationOf = async (client: SignOnClient) => {
    const name = JSON.stringify(client);
    const found = known.get(name);
    if (found !== undefined && now().getTime() - found.at < KNOWN_MS) return found.configuration;
    const configuration = await discovered(client);
    known.clear();
    known.set(name, { configuration, at: now().getTime() });
    return configuration;
  };
  return {
    ask: (client, redirect) =>
      orNothing(async () => {
        const configuration = await configurationOf(client);
        // As it comes back: without the port that its scheme has anyway.
        const page = new URL(redirect).href;
        const asked = {
          ...{
            state: randomState(),
            nonce: randomNonce(),
            verifier: randomPKCECodeVerifier(),
            redirect: page,
          },
        };
        const address = buildAuthorizationUrl(configuration, {
          redirect_uri: page,
          response_type: 'code',
          scope: 'openid email profile',
          state: asked.state,
          nonce: asked.nonce,
          code_challenge: await calculatePKCECodeChallenge(asked.verifier),
          code_challenge_method: 'S256',
        });
        return { address: address.href, asked };
      }),
    finish: (client, { state, nonce, verifier, redirect }, address) =>
      orNothing(async () => {
        const back = new URL(address);
        const page = new URL(redirect);
        // What the code is exchanged with names this page, so nothing else of the address counts.
        page.search = back.search;
        const tokens = await authorizationCodeGrant(await configurationOf(client), page, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
        });
        const claims = tokens.claims();
        if (claims === undefined) return undefined;
        const { sub, email, email_verified: isVerified, name } = claims;
        return {
          subject: sub,
          isEmailVerified: isVerified === true,
          ...(typeof email === 'string' && { email }),
          ...(typeof name === 'string' && name !== '' && { name }),
        };
      }),
  };
}

function discovered({ issuer, clientId, clientSecret }: SignOnClient): Promise<Configuration> {
  const server = new URL(issuer);
  const isHere = server.protocol === 'http:' && /^(localhost|127(\.\d{1,3}){3})$/.test(server.hostname);
  return discovery(server, clientId, clientSecret, undefined, {
    timeout: PATIENCE_S,
    // Signatures are looked at, though the token comes from the provider itself. Without TLS on this machine only.
    execute: [enableNonRepudiationChecks, ...(isHere ? [allowInsecureRequests] : [])],
  });
}

/** The library says each "no" by throwing; why is nobody's business who sends such a thing. */
async function orNothing<T>(work: () => Promise<T | undefined>): Promise<T | undefined> {
  try {
    return await work();
  } catch {
    return undefined;
  }
}

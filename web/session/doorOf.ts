import { baseOf } from './wayBack.ts';

/** Where one comes in, and what lies around it: office and portal each have a door, and the same pages behind it. */
export function doorOf({ pathname }: Pick<Location, 'pathname'>) {
  const base = baseOf(pathname);
  return {
    place: base === '' ? 'office' : 'portal',
    home: base === '' ? '/' : base,
    signIn: `${base}/sign-in`,
    lost: `${base}/password-lost`,
    sso: `${base}/sso-begin`,
    account: `${base}/account`,
  } as const;
}

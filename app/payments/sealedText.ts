import type { Result } from '../../core/refusal/refusals.ts';
import { canonicalJson } from '../../core/text/canonicalJson.ts';
import type { KeyPorts, Sealed } from '../ports/keyRing.ts';
import type { SealedPayment } from '../ports/paymentStore.ts';
import type { TenantId } from '../ports.ts';

type Place = Pick<SealedPayment, 'of' | 'id'>;

/** Seals a text of payments for its own place: in that of another one it cannot be opened. */
export async function sealText(
  { keys }: Pick<KeyPorts, 'keys'>,
  tenant: TenantId,
  place: Place,
  text: string,
): Promise<Sealed> {
  const sealed = await keys.seal(text, paymentBound(tenant, place));
  if (!sealed.ok) throw new Error(`Fault: the key ring cannot seal any more: ${sealed.refusals[0]?.code}`);
  return sealed.value;
}

/** Refuses: those of KeyRing.open. */
export function openText(
  { keys }: Pick<KeyPorts, 'keys'>,
  tenant: TenantId,
  { sealed, ...place }: SealedPayment,
): Promise<Result<string>> {
  return keys.open(sealed, paymentBound(tenant, place));
}

/** What a text of payments is sealed for. */
export function paymentBound(tenant: TenantId, { of, id }: Place): string {
  return canonicalJson([of, tenant, id]);
}

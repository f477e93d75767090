import type { Agreement } from '../../core/agreement/agreement.ts';
import { decodeAgreement } from '../../core/agreement/decodeAgreement.ts';

/** So many characters of texts are kept; an agreement has some thousand. */
const KEPT_MAX = 8 * 1024 * 1024;

const kept = new Map<string, Agreement>();
let size = 0;

/**
 * The agreement that a recorded text is. Texts never change, and lists, calculations and the portal ask for the same ones
 * again and again, so the last ones are kept: a text means the same whoever asks. Only texts that were accepted are
 * recorded, so one that does not decode is a fault.
 */
export function decodedText(text: string): Agreement {
  const known = kept.get(text);
  if (known !== undefined) return known;
  const agreement = decodeAgreement(JSON.parse(text));
  if (!agreement.ok) {
    const codes = agreement.refusals.map((no) => no.code).join(', ');
    throw new Error(`Fault: the agreement text is refused: ${codes}`);
  }
  keep(text, agreement.value);
  return agreement.value;
}

/** The oldest ones give way. */
function keep(text: string, agreement: Agreement): void {
  kept.set(text, agreement);
  size += text.length;
  for (const oldest of kept.keys()) {
    if (size <= KEPT_MAX) return;
    kept.delete(oldest);
    size -= oldest.length;
  }
}

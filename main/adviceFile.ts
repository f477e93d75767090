import { Readable } from 'node:stream';
import { paperPdf } from '../adapters/documents/paperPdf.ts';
import { tableExport } from '../adapters/files/tableExport.ts';
import { NO_BRAND, type PaperBrand, paperBrand } from '../app/brand/paperBrand.ts';
import type { Ports, TenantId } from '../app/ports.ts';
import { ADVICE_FIELDS, adviceRows, type RemittanceAdvice } from '../core/payment/remittanceAdvice.ts';
import { accept, type Result } from '../core/refusal/refusals.ts';
import type { Language } from '../core/wording/language.ts';
import { remittancePaper } from '../core/wording/remittancePaper.ts';
import type { AdviceFormat } from './paperFormats.ts';

/** The advice of a payment as a file. Refuses: those of paperPdf. */
export async function adviceFile(
  advice: RemittanceAdvice,
  format: AdviceFormat,
  language: Language,
  brand: PaperBrand = NO_BRAND,
): Promise<Result<Uint8Array>> {
  if (format === 'pdf') return paperPdf(remittancePaper(advice, language), brand);
  return accept(await tableExport(format, ADVICE_FIELDS, adviceRows(advice)));
}

/** The same on its way to whoever has asked for it. Refuses: what finding the advice refused, those of adviceFile. */
export async function sentAdvice(
  ports: Ports,
  tenant: TenantId,
  found: Result<RemittanceAdvice>,
  format: AdviceFormat,
  language: Language,
): Promise<Result<{ readonly content: Readable; readonly name: string }>> {
  if (!found.ok) return found;
  const brand = await paperBrand(ports, tenant, language);
  const file = await adviceFile(found.value, format, language, brand);
  if (!file.ok) return file;
  const name = `remittance-${found.value.endToEndId}.${format}`;
  return accept({ content: Readable.from([file.value]), name });
}

import { bareName } from './foldedName.ts';

/** A field's name beside its text or its table: "VBELN Billing Document", "Material (MATNR)", "VBRP-FKIMG", "vbap_kwmeng", "BillingType_FKART", or one of a customer's own, "ZZKUNNR". */
export function technicalNames(name: string): readonly string[] {
  const trimmed = name.trim();
  const inside =
    /^F[A-Za-z]+_(F[A-Z][A-Za-z]+)$/.exec(trimmed) ??
    /^(MWSKZ)_[A-Z]{3}$/.exec(trimmed) ??
    /^[A-Za-z]\w*[.-]([A-Za-z]\w{3,})$/.exec(trimmed) ??
    /^(?:VB[RAKEUF]\w|LI[KP]\w|EK[KPBE]\w|MSEG|MKPF|BSEG|BKPF|BSID|BSAD|BSIK|BSAK|RSEG|RBKP|KONV|MARA|MAKT|KNA1|LFA1)_([A-Z]\w{3,})$/i.exec(
      trimmed,
    ) ??
    /^[A-Z][A-Z0-9]*[a-z][A-Za-z0-9]*_([A-Z][A-Z0-9]+)$/.exec(trimmed) ??
    /^ZZ?([A-Z][A-Z0-9_]{4,})$/.exec(trimmed);
  if (inside?.[1] !== undefined) return [bareName(inside[1])];
  const found = /^([A-Z][A-Z0-9_]{4,})[ :-]+\S|[^\s(][ (]+([A-Z][A-Z0-9_]{4,})\)?$/.exec(trimmed);
  return [found?.[1], found?.[2]].flatMap((one) => (one === undefined ? [] : [bareName(one)]));
}

import { bareName } from './foldedName.ts';

/** A field's name beside its text or its table: "VBELN Billing Document", "Material (MATNR)", "VBRP-FKIMG", "BillingType_FKART". */
export function technicalNames(name: string): readonly string[] {
  const ofInterface =
    /^F[A-Za-z]+_(F[A-Z][A-Za-z]+)$/.exec(name.trim()) ?? /^(MWSKZ)_[A-Z]{3}$/.exec(name.trim());
  if (ofInterface?.[1] !== undefined) return [bareName(ofInterface[1])];
  const ofTable =
    /^(?:[A-Za-z]\w*[.-]|(?:VB[RAKE]\w|LI[KP]\w|EK[KPBE]\w|MSEG|MKPF|BSEG|BKPF|RSEG|RBKP|KONV|MARA|KNA1|LFA1)_|[A-Z][A-Z0-9]*[a-z][A-Za-z0-9]*_(?=[A-Z][A-Z0-9]+$))([A-Za-z]\w{3,})$/.exec(
      name.trim(),
    );
  if (ofTable?.[1] !== undefined) return [bareName(ofTable[1])];
  const found = /^([A-Z][A-Z0-9_]{4,})[ :-]+\S|[^\s(][ (]+([A-Z][A-Z0-9_]{4,})\)?$/.exec(name.trim());
  return [found?.[1], found?.[2]].flatMap((one) => (one === undefined ? [] : [bareName(one)]));
}

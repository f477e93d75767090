import type { SystemNames } from './systemNames.ts';

/** DATEV, batch of postings. Source: its format description. */
export const DATEV: SystemNames = {
  knownBy:
    'soll/haben-kennzeichen, wkz umsatz, gegenkonto, gegenkonto (ohne bu-schlüssel), bu-schlüssel, belegfeld 1, belegfeld 2, umsatz (ohne soll/haben-kz), buchungstext, basis-umsatz',
  names: `
netValue: umsatz (ohne soll/haben-kz), umsatz, umsatz (ohne soll/haben-kennzeichen)
currency: wkz umsatz
document: belegfeld 1
invoiceDate: belegdatum
partner: konto
taxCode: bu-schlüssel
deliveryDate: lieferdatum
serviceDate: leistungsdatum
taxRate: eu-steuersatz
aside: soll/haben-kennzeichen, kurs, basis-umsatz, wkz basis-umsatz, gegenkonto, gegenkonto (ohne bu-schlüssel), belegfeld 2, skonto, buchungstext, postensperre, diverse adressnummer, sachverhalt, zinssperre, beleglink, kost1 - kostenstelle, kost2 - kostenstelle, kost-menge, eu-land u. ustid, stück, gewicht, zahlweise, forderungsart, veranlagungsjahr, zugeordnete fälligkeit, skontotyp, auftragsnummer, festschreibung, datum zuord. steuerperiode, generalumkehr, fälligkeit
`,
};

/** Sage 100, Lexware, proALPHA, abas, JTL and others in German. Source: their import and export descriptions. */
export const GERMAN_SYSTEMS: SystemNames = {
  names: `
document: belegnr, belegnummer, belnr, reborigbelegnr, vorgangsnr, vorgangsnummer, rechnungsnr
invoiceDate: belegdatum, belegdat, rechnungsdatum
orderNumber: auftragskennung, auftragsnummer, bestellkennung, externe auftragsnummer
partner: a0adressnummer, debitor, kdnr, kundenkennung, kreditor, adressnummer, debitorennummer, kreditorennummer
product: artnr, artikelnr, identnr, artikel-id, teilenummer, variantenartikelnummer
line: posid, positionsnr, positionsnummer, belposid
quantity: menge, fakturamenge, liefermenge, gelieferte menge, berechnete menge
unit: handelseinheit, verkaufseinheit, bestelleinheit, mengeneinheit, basismengeneinheit, vkeinheit
unitPrice: einzelpreis, verkaufspreis, vk netto, stückpreis, e-preis
unitCost: einstandspreis, ek netto, mittlerer einkaufspreis, kalkulatorischer ek, mek
netValue: gesamtpreis, gesamtpreisinternvk, positionswert, zeilenwert, nettoumsatz, gesamtpreis netto, g-preis, erlös netto, gesamt netto
discountPercent: rabattsatz, rabatt in %, rabatt %, rab.%, positionsrabatt %
aside: matchcode, belegart, belegjahr, belid, mahnsperre, erfasser, betreuer, suchwort, suchbegriff, bestellzeichen des kunden, ihr zeichen, unser zeichen, erlöscode, erlöskonto, vertreternummer, kostenstelle, lagerkennung, rohertrag, rohgewinn, deckungsbeitrag, zahlungsart, zahlungskondition, lieferbedingung, hauptartikelgruppe, artikelgruppe, sachbearbeiter, a0name1, a0plz, a0ort, a0land, langtext, kurzbezeichnung, plattform
`,
};

/** The same of German names; ä is ae. Heads of compounds stand here as they are joined: `kunden`, `rechnungs`. */
export const GERMAN = `
kunde kunden kd kdn debitor debitoren deb abnehmer gfgh apotheke apotheken verkehrs mitglied verbandsmitglied haendler kaeufer auftraggeber regulierer besteller mandanten ag mitgl: customer
lieferant lieferanten lief kreditor kreditoren kred verkaeufer: supplier
grosshaendler distributor melder meldender gh grosshandel: reporter
hersteller herst verlag: maker
geschaeftspartner gpartner partner: partner
konto: account
endkunde endkunden endabnehmer verbraucher endverbraucher: endCustomer
warenempfaenger empfang rechnungsempfaenger empfaenger lieferanschrift rechnungsanschrift rechnempf rgempf empf warenempf: otherParty
firma buchungskreis mandant mand gesellschaft verkaufsorganisation vkorg einkaufsorganisation buchkrs bukr unternehmen firmen: company
artikel art produkt prod ware waren material materials mat teil teile sachnummer sach: product
artnr identnr identnummer: product number
kundnr: customer number
renr rnr: invoice number
lfdatum lfdat: delivery date
npreis: net price
endkd: endCustomer
wiederverkaeufer wiederverk: customer
beleg belege vorgang vorgangs dokument dok bel belegfeld: document
rechnung rechnungs rechn rech rng rg rgn re faktura fakt fakturen fakturierte fakturierter fakturiert fkt berechnet berechnete rechnungsausgang: invoice
auftrag auftrags auftr auf bestellung bestell best bestellungs ordernr kommission auftragsbestaetigung auftragsbestaetigungs auftragseingang auftragseingangs bestelleingang bestelleingangs: order
lieferung sendung sendungs lieferungs lieferschein lieferscheins liefer ls lfs versand auslieferung gelieferte geliefert gelieferter warenausgang wa ausgeliefert liefsch liefschein lieferschnr lsch paket pakete paketnr: delivery
wareneingang wareneingangs eingang eingangs we zugang wareneing erhaltene empfangene: receipt
buchung buchungs buch gebucht journal: posting
zahlung zahlungs bezahlt zahl ausgleich ausgleichs bezahlung bezahl geldeingang zahlungseingang zahlungseingangs: payment
leistung leistungs: service
meldung melde meldungs: submission
position pos positions zeile zeilen lfd lfdnr posnr: line
gutschrift gutschrifts: document
retoure retouren rueckgabe storno remittenden retour: return
ursprung ursprungs original bezug bezugs ursprueng: original
vertrag vertrags aktions sonder vereinbarung kontrakt kontrakts objekt: contract
referenz: reference
datum dat tag am vom termin zeitpunkt: date
nummer nr num nummern kennung: number
schluessel kennzeichen kz schl: number code
name bezeichnung bez beschreibung beschr text kurztext langtext benennung matchcode bezeichng artikeltext: name
absatz abgesetzte menge mengen mng mge anzahl anz stueck stk stck stueckzahl packungen packung exemplare flaschen kisten kartons karton mengevk vkmenge: quantity
einheit einheiten einh me mengeneinheit mengeneinheiten meh ve vpe vrkme masseinheit: unit
preis preise ep einzelpreis vk vkpreis epreis stueckpreis: price
betrag wert summe umsatz erloes positionswert warenwert umsaetze erloese gp gpreis zeilenbetrag entgelt ums betr vkwert ausgaben: amount
waehrung waehrungs wkz waehr wae whrg wrg waehrungskennzeichen waeh whg: currency
hauswaehrung hauswaehrungs mandantenwaehrung: local currency
steuer steuern mwst ust vst mehrwertsteuer umsatzsteuer vorsteuer steuerlich: tax
satz prozent proz v.h: rate
rabatt rabatte nachlass abschlag rab rabattierung minderung erloesschmaelerung erloesschmaelerungen: discount
bonus rueckverguetung boni verguetung gutgeschrieben praemie praemien: rebate
kosten einstand einstands ek einkaufs selbstkosten einstandspreis: cost
einkaufspreis einkaufspreise ekpreis gld dek hek kalk kalkulations durchschnittspreis gldpreis: cost price
materialbeleg: receipt document
einkaufsbeleg verkaufsbeleg vertriebsbeleg verkbeleg einkbeleg ekbeleg vkbeleg: order document
buchhaltungsbeleg buchungsbeleg: posting document
listen liste katalog uvp aep apu avp grundpreis bruttoverkaufspreis: list
netto nto exkl ohne zzgl steuerpflichtig bemessungsgrundlage: net
brutto br bto: gross
inkl einschl einschliesslich: taxIncluded
gesamt: total amount
ges: total
abgelehnt abgelehnte ausschuss reklamiert reklamierte gesperrte: rejected
eingelagert eingelagerte: stocked
bestand lagerbestand: stock
liefermengesoll sollmenge mengesoll sollliefermenge: ordered quantity
istmenge mengeist liefermengeist: quantity
bestellt bestellte georderte: ordered
schluss kopf gesamtbetrag endbetrag rechnungsbetrag: header
pro je einzel gebinde: per
basis: base
bis: validity aside
gueltig gueltigkeit ab von zeitraum: validity
konzern mutter zentrale uebergeordnet verband ekv: parent
kategorie warengruppe warengruppen gruppe gruppen klasse produktgruppe hauptgruppe wg hwg sparte sortiment wgr wgrp hwgr ugr kdgr artgr warengr prodgr matgr pg hauptwarengruppe: category
marke: brand
gewicht volumen laenge breite hoehe gew: weight
land ort plz strasse stadt region bundesland gebiet anschrift adresse hausnr hausnummer lkz bezirk: country
stand: status
filiale filialen filial markt niederlassung nl fil obj: place
lsnr lfsnr: delivery number
wenr: receipt number
wedat: receipt date
liefdat lieferdat liefdatum lieferdatum: delivery date
ekpr ekp: cost price
vkpr vkp: price
faktmg faktmenge: invoice quantity
budatum budat: posting date
liefermg: delivery quantity
auftragsmg auftrmg: order quantity
einkaufsbel verkaufsbel vertriebsbel verkbel einkbel: order document
bestmg bestellmg bstlmg bstlm bestlmg bstmg bstmng: ordered quantity
nettobetr nettow nettoumsatz: net amount
rabattbetr rabbetr: discount amount
bruttobetr: gross amount
stkz mwstkz ustkz stschl steuerkz stkennz ustschl mwstschl stcode: tax code
meinh mengeneh eh: unit
lpreis lpr: list price
vorrabatt vorrabatten: list
pzn variantennr variantennummer: product number
ladenpreis ladenverkaufspreis: list price
einteilung einteilungs faellig faelligkeit faelligkeits wunsch angelegt anlage anlege anleger erstellt erstellungs geaendert aenderung aenderungs druck erfasst erfasser erfassung erfassungs erledigt freigabe ersteller nebenkosten zuschlag zuschlaege spanne handelsspanne rv werbekostenzuschuss umrechnungskurs index zaehler vertr vb adm aussendienst innendienst sachbearb bearb kst kost ktr wertstellung kolli paletten palette verkaeufergruppe rel belegkreis: aside
skonto sonstige sonstiges ziel zahlungsziel vertriebsweg fax ansprechpartner zahlart telefon tel mail email vertreter bearbeiter betreuer benutzer lager lagerort lagerplatz kasse bemerkung bemerkungen notiz notizen hinweis kommentar grund kanal marge deckungsbeitrag db rohertrag provision fracht porto zahlungsbedingung zahlungsbedingungen lieferbedingung versandart chargen chargennummer serien seriennr farbe groesse kostenstelle kostentraeger sachbearbeiter werk projekt auftragsart mahn mahnstufe mahnsperre sperre sprache kurs gegenkonto erloeskonto sachkonto soll haben zoll zolltarif ursprungsland verpackung zuordnung jahr monat woche quartal periode geschaeftsjahr belegart zeichen rueckstand offen offene rest mindest bank iban kostenart erloesart verantwortlicher suchbegriff suchwort zusatz: aside
idf: customer number
adressnr adressnummer adrnr: partner number
kdbez kdname: customer name
abnr: order number
abdatum bestellzeit auftragszeit: order date
gsnr: document number
han: maker product number
naturalrabatt: aside discount
ekwert einstandswert wareneinsatz: total cost
extbelegnr extbelegnummer fremdbelegnr fremdbelegnummer: reference document number
rechnungslegung rechnungsstellung: invoice
ausliefer abhol abholung: delivery
mandnr: company number
`;

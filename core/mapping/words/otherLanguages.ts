/** The commonest words of French, Spanish, Italian and Portuguese names, without accents. */
export const ROMANCE = `
cliente clientes cli client tiers acheteur adquirente adquiriente destinatario comprador acquirente: customer
fournisseur fournisseurs frs proveedor fornitore fornecedor vendeur: supplier
distributeur distribuidor distributore grossiste: reporter
fabricant fabricante fabbricante produttore: maker
societe entreprise empresa societa azienda sociedad: company
article produit produits articulo producto prodotto articolo artigo produto marchandise: product
compte cuenta conto conta: account
documento piece pieza bon comprobante boleta recibo nota: document
notafiscal nfe nf facture factures fact factura fattura fatt fatura facturas facturation facturee fatturata facturada: invoice
commande pedido ped ordine encomenda orden cmd: order
livraison romaneio guia bl livre entrega consegna albaran ddt expedition envio spedizione: delivery
reception recepcion ricevimento recebimento: receipt
comptable contable contabile contabilisation: posting
paiement reglement pago pagamento: payment
ligne lignes linea riga renglon linha renglones: line
retour avoir devolucion reso abono: return
origine: original
contrat contrato contratto: contract
reference referencia riferimento rif: reference
date fecha data jour emision emissao emissione: date
numero nro nº n° num n folio: number
codigo codice cod referenza identificacion: number code
nom nombre nome razon razao social complement libelle designation descripcion descrizione denominazione ragione descricao intitule denomination: name
quantite qte quantites cantidad cant quantita qta quantidade qtd qtde qt unidades cantidades: quantity
unite unidad unita um unidade udm: unit
prestation prestations: service
prix precio precios prezzo preco pu: price
montant monto importe importo valor vlr vl vr valeur valore ca chiffre ventas ventes vendite: amount
devise moneda divisa valuta moeda: currency
taxe impuesto impuestos imposto impostos imposta tva iva icms ipi pis cofins igv retencion retenciones retencao: tax
aliquota aliquotaiva: tax rate
taux tasa tasso taxa porcentaje pourcentage percentuale: rate
remise rabais descuento descuentos dto dcto dscto sconto desconto bonificacion: discount
perdesc percdesc percdesconto: discount rate
pvenda punit: price
prixunit preciounit prezzounit precounit cenajedn punitario prixvente precioventa prezzovendita: unit price
costounit coutunit costeunit prixdachat precocusto preciocosto: cost price
chiffredaffaires chiffreaffaires: amount
datecde: order date
nbc ncde bc: order number
ffactura: invoice date
uds: quantity
umedida: unit
pvp: list price
descpct descporc rem: discount rate
ptabela pbrut pubrut: list price
pnet punet pht puht: net price
prv pachat prixachat: cost price
dtprv datelivraisonprevue: delivery date
ristourne rappel: rebate
cout coste costo costi custo revient: cost
catalogue tarif tarifa listino lista listini public prixpublic: list
ht hors neto imponible imponibile: net
brut bruto lordo: gross
ttc: taxIncluded
totale: total
commandee pedida ordinata: ordered
unitaire unitario unitaria par por: per
categorie famille categoria famiglia familia type tipo: category
marque marca: brand
poids peso: weight
pays ville adresse rue pais ciudad direccion paese citta indirizzo provincia: country
statut estado stato: status
collaborateur gamme affaire conditionnement ganancia margen comision canal hora serie natureza natura chave acesso operacao cfop ncm cest transportadora vencimiento vencimento anno ano mes commercial echeance scadenza commentaire observaciones observation observations note magasin depot almacen magazzino vendedor agente mode utilisateur usuario utente cree creado: aside
`;
/** The same of Turkish, Polish and Czech names. */
export const TURKISH_AND_SLAVIC = `
musteri odberatel klient nabywca zakaznik kontrahent: customer
tedarikci satici dostawca dodavatel: supplier
katalogowa katalogowy katalog: list
lp: line
urun indeks malzeme stok towar towaru towary produkt zbozi vyrobek: product
fatura faktura faktury: invoice
dokument dokumentu dokumenty: document
koszt kosztu koszty: cost
siparis zamowienie objednavka: order
irsaliye dostawa dodavka: delivery
pozycja pozycji: line
zakup zakupu: cost
zam: order
wysylki wysylka: delivery
tarih tarihi data datum: date
kodu kod numarasi numer cislo: number code
adi tanimi unvani aciklama nazwa opis nazev popis: name
miktar miktari adet ilosc ilosci mnozstvi: quantity
birim birimi jm jedn jednostka jednotka: unit
fiyat fiyati cena: price
birimfiyat birimfiyati cenajednostkowa jednotkovacena: unit price
tutar tutari kwota wartosc wartosci castka hodnota: amount
doviz waluta mena: currency
kdv: tax
orani stawka sazba: rate
iskonto indirim rabat sleva: discount
netto: net
brutto: gross
`;

/** The same of Dutch and Nordic names. */
export const DUTCH_AND_NORDIC = `
klant klanten debiteur kund kunde asiakas: customer
leverancier crediteur leverantor leverandor toimittaja: supplier
bedrijf foretag selskab: company
artikel artikelen vare varenr tuote: product
factuur factuurnr facturen faktura lasku: invoice
bestelaantal: ordered quantity
bestelde: ordered
bestelling bestel opdracht bestallning ordre tilaus: order
levering lever verzend verzending pakbon leverans toimitus: delivery
ontvangst: receipt
boeking: posting
betaling betaal: payment
regel rad rivi linje: line
datum dato paivamaara pvm: date
nummer nummers numero: number
naam omschrijving beskrivning beskrivelse benamning nimi: name
antall stuks aantal hoeveelheid antal maara: quantity
eenheid enhet enhed yksikko: unit
prijs pris hinta stuksprijs: price
bedrag beløp beløb belopp belob summa omzet: amount
valuta valutta: currency
btw moms mva alv: tax
korting rabat alennus: discount
catalogus: list
kostprijs inkoopprijs: cost
netto excl: net
bruto: gross
totaal: total
omschr opmerking vertegenwoordiger magazijn vervaldatum: aside
`;

/** The same of Russian names, in which й and ё are written as и and е. */
export const RUSSIAN = `
контрагент покупатель клиент заказчик грузополучатель: customer
поставщик продавец: supplier
организация фирма компания: company
номенклатура товар артикул продукция материал номенклатуры товара товары: product
счетфактура счет фактура счета фактуры: invoice
заказ заказа: order
накладная отгрузка отгрузки реализация реализации доставка доставки: delivery
поступление поступления приход прихода: receipt
оплата оплаты: payment
документ документа: document
строка строки нпп пп: line
договор договора: contract
дата: date
номер ном no: number
код кода: number code
наименование название описание: name
количество колво кол: quantity
единица единицы ед изм измерения: unit
цена цены: price
сумма стоимость: amount
валюта валюты: currency
ндс налог налога: tax
ставка процент: rate
скидка скидки: discount
себестоимость: cost
всего итого: total taxIncluded
безндс: net
склад менеджер комментарии примечание ответственныи автор статус тип вид: aside
`;

/** The same of Japanese names. */
export const JAPANESE = `
得意先 取引先 顧客 売先 納入先: customer
仕入先: supplier
商品 製品 品目: product
伝票: document
請求 請求書: invoice
受注 注文 発注: order
納品 出荷: delivery
入荷 検収: receipt
売上 計上: posting
行番号 明細: line
コード: number code
番号: number
年月日 日付: date
数量 個数: quantity
単位: unit
発送 納入: delivery
売上日 売上日付: invoice date
売上番号: document number
仕入単価 仕入価格 仕入値: cost price
希望小売価格 小売価格: list price
売上高 税別金額 税抜金額: net amount
オーダー: order
単価 値段 価格 販売価格: price
金額 売上金額 合計金額: amount
通貨: currency
会社 会社コード: company
税抜 税抜き: net
税込 税込み: taxIncluded
定価 標準価格: list price
支払: payment
税区分: tax code
支払日: payment date
納期 出荷日 納品日: delivery date
受注日 注文日: order date
請求日: invoice date
消費税 税: tax
値引 割引: discount
原価: cost
担当者 担当 備考 倉庫 部門: aside
`;
